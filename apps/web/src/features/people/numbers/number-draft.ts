import { toAsciiDigits } from '@seek-justice/domain/language/digits.ts';
import { isNumberToDial } from '@seek-justice/domain/curriculum/contact-change.ts';
import type { StaffKey } from '../words.ts';
import type { ContactField, ContactWords, OfficeContact } from './shapes.ts';

export type NumberErrors = Partial<Record<ContactField, StaffKey>>;

/** Fields that are written in every language, with the longest text that the server takes. */
export const TEXTS = { name: 120, answers: 400, sourceTitle: 200 } as const;

/** The form's start: what a contact says, or nothing at all. */
export function draftOf(contact: OfficeContact['contact'] | null): ContactWords {
  if (!contact) return { number: '', kind: 'police', name: {}, answers: {}, free: null, hours: null, languages: [], anonymous: null, reportsTo: null, sourceTitle: {} };
  const { number, kind, name, answers, free, hours, languages, anonymous, reportsTo, sourceTitle = {} } = contact;
  return { number, kind, name, answers, free, hours, languages, anonymous, reportsTo, sourceTitle };
}

/** As it is sent: digits of either script, texts without spaces around them. */
export function sentDraft(draft: ContactWords): ContactWords {
  const texts = Object.fromEntries((Object.keys(TEXTS) as (keyof typeof TEXTS)[]).map((field) => [field, Object.fromEntries(Object.entries(draft[field]).map(([lang, text]) => [lang, text.normalize('NFC').trim()]))]));
  return { ...draft, ...texts, number: toAsciiDigits(draft.number).replace(/\s+/g, ' ').trim() };
}

/** What has to be mended before it can be sent. */
export function numberErrors(draft: ContactWords, languages: readonly string[]): NumberErrors {
  const errors: NumberErrors = {};
  const { number, ...rest } = sentDraft(draft);
  if (!isNumberToDial(number)) errors.number = 'number.error.number';
  for (const [field, longest] of Object.entries(TEXTS) as [keyof typeof TEXTS, number][]) {
    if (languages.some((lang) => !rest[field][lang])) errors[field] = 'number.error.text';
    else if (languages.some((lang) => (rest[field][lang] ?? '').length > longest)) errors[field] = 'number.error.long';
  }
  return errors;
}
