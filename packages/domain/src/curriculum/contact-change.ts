import type { LocalizedText } from '../language/localized-text.ts';
import type { Contact } from './contact.ts';

/** Source of what the office itself has found out; its title says how. */
export const OFFICE_SOURCE = 'office';

/** A number to dial as people write it: digits in groups, with a plus before the country's. Emergency numbers have three. */
export function isNumberToDial(number: string): boolean {
  return /^\+?\d(?: ?\d){2,14}$/.test(number);
}

/** What staff say of a number to call; the rest is kept by the program. */
export const CONTACT_FIELDS = ['name', 'answers', 'number', 'kind', 'free', 'hours', 'languages', 'anonymous', 'reportsTo', 'sourceTitle'] as const satisfies readonly (keyof Contact)[];
export type ContactField = (typeof CONTACT_FIELDS)[number];
export type ContactWords = Pick<Contact, Exclude<ContactField, 'sourceTitle'>> & { sourceTitle: LocalizedText };

/** The fields in which two states of a contact differ. */
export function changedFields(before: Contact, after: ContactWords): ContactField[] {
  return CONTACT_FIELDS.filter((field) => !same(before[field], after[field]));
}

/** Compares localised texts, lists and plain values; a missing text is an empty one. */
function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((part, at) => part === other[at]);
  if (!isTexts(one) && !isTexts(other)) return one === other;
  const [a, b] = [isTexts(one) ? one : {}, isTexts(other) ? other : {}];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((lang) => (a[lang] ?? '') === (b[lang] ?? ''));
}

function isTexts(value: unknown): value is LocalizedText {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A contact as staff have written it anew. Another number is one that nobody has rung; another account of where it is
 * known from is no longer the seed's. Recordings stay: whether they may still be heard is judged when they are read.
 */
export function rewritten(before: Contact, words: ContactWords): Contact {
  const changed = changedFields(before, words);
  return {
    ...before,
    ...words,
    ...(changed.includes('number') ? { verifiedOn: null, reviewBy: null } : {}),
    ...(changed.includes('sourceTitle') ? { source: OFFICE_SOURCE } : {}),
  };
}
