import type { changeContact, officeContact, officeContacts } from '@seek-justice/contracts/endpoints/office-contacts.ts';
import type { StaffKey } from '../words.ts';

export type OfficeContact = (typeof officeContact)['_zod']['output'];
export type OfficeContacts = (typeof officeContacts)['success']['body']['_zod']['output'];
export type ContactWords = Omit<(typeof changeContact)['body']['_zod']['output'], 'version'>;
export type ContactField = keyof ContactWords;

/** What a field of two or three answers says, by its value; `null`: nobody knows. */
export const ANSWERS = {
  free: { true: 'number.free.yes', false: 'number.free.no', null: 'number.notKnown' },
  hours: { always: 'number.hours.always', null: 'number.notKnown' },
  anonymous: { true: 'number.anonymous.yes', false: 'number.anonymous.no', null: 'number.notKnown' },
  reportsTo: { police: 'number.police.yes', null: 'number.police.no' },
} as const satisfies Partial<Record<ContactField, Record<string, StaffKey>>>;
