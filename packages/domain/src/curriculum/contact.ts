import type { LocalizedText } from '../language/localized-text.ts';
import type { Clip } from './clip.ts';

/** A number to call: resolved live, never part of a snapshot. `null` means that nobody has confirmed it yet. */
export interface Contact {
  id: string;
  /** As it is dialled, in ASCII digits; short codes are kept as they are. */
  number: string;
  name: LocalizedText;
  /** Who answers, in a sentence. */
  answers: LocalizedText;
  kind: 'police' | 'helpline' | 'ngo' | 'care';
  free: boolean | null;
  hours: 'always' | null;
  languages: string[];
  anonymous: boolean | null;
  /** Whether a call reaches the police. */
  reportsTo: 'police' | null;
  /** Id of the source. */
  source: string;
  /** Its title, for copies that leave the app; not there where an installation has never known it. */
  sourceTitle?: LocalizedText | undefined;
  /** Day (YYYY-MM-DD) on which staff rang the number. */
  verifiedOn: string | null;
  reviewBy: string | null;
  /** Who answers, read aloud, by language; absent where nobody has recorded it. */
  narration?: Record<string, Clip & { stale?: boolean }>;
}

const REFERENCE = /\{contact:([a-z0-9-]+)\}/g;

/** Ids of the contacts that a text refers to, in order of appearance. */
export function contactsIn(text: string): string[] {
  return [...text.matchAll(REFERENCE)].map((found) => found[1] ?? '');
}

/** A text cut at its references to contacts: plain pieces and contact ids in turn. */
export function splitAtContacts(text: string): ({ text: string } | { contact: string })[] {
  return text.split(/(\{contact:[a-z0-9-]+\})/).flatMap((piece): ({ text: string } | { contact: string })[] => {
    if (piece === '') return [];
    const found = /^\{contact:([a-z0-9-]+)\}$/.exec(piece);
    return found?.[1] ? [{ contact: found[1] }] : [{ text: piece }];
  });
}

/** How sure a number is: nobody rang it as it stands, somebody did, or that was too long ago. */
export type ContactState = 'unconfirmed' | 'confirmed' | 'overdue';

/** @param today YYYY-MM-DD in the site's time zone; on the day of `reviewBy` itself the number still counts as confirmed. */
export function contactState({ verifiedOn, reviewBy }: Pick<Contact, 'verifiedOn' | 'reviewBy'>, today: string): ContactState {
  if (verifiedOn === null) return 'unconfirmed';
  return reviewBy !== null && reviewBy < today ? 'overdue' : 'confirmed';
}

/** A number as `tel:` wants it: digits and a leading plus alone. */
export function dialable(number: string): string {
  return number.replace(/(?!^\+)\D/g, '');
}
