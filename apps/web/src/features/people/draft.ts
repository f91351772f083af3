import type { addPerson } from '@seek-justice/contracts/endpoints/add-person.ts';
import type { Problem } from '@seek-justice/contracts/problem.ts';
import type { Role } from '@seek-justice/contracts/parts.ts';
import { toAsciiDigits } from '@seek-justice/domain/language/digits.ts';
import { isLearnerRole, type Person } from './shapes.ts';
import type { StaffKey } from './words.ts';

/** What stands in the form, as it was typed. */
export interface Draft {
  name: string;
  role: Role | '';
  province: string;
  commune: string;
  church: string;
  gender: Person['gender'];
  ageBand: Person['ageBand'];
  phone: string;
  email: string;
}

export type DraftField = keyof Draft;
export type DraftErrors = Partial<Record<DraftField, StaffKey>>;
export type NewPerson = (typeof addPerson)['body']['_zod']['output'];

export const EMPTY_DRAFT: Draft = { name: '', role: '', province: '', commune: '', church: '', gender: 'not-said', ageBand: 'not-said', phone: '', email: '' };
/** The fields in the order in which they stand: the first one that needs a look takes the focus. */
export const FIELDS = ['role', 'name', 'email', 'province', 'commune', 'church', 'gender', 'ageBand', 'phone'] as const satisfies readonly DraftField[];

/** Longest text that the server takes. */
export const LONGEST = { name: 80, commune: 80, church: 80, phone: 40, email: 200 } as const;

/** A form for the next person: place and church stay, since people come in groups. */
export function nextDraft({ role, province, commune, church }: Draft): Draft {
  return { ...EMPTY_DRAFT, role: isLearnerRole(role) ? role : '', province, commune, church };
}

/** Which fields are asked of a role. */
export function asks(role: Role | '', field: DraftField): boolean {
  const office = role !== '' && !isLearnerRole(role);
  if (field === 'email') return office;
  if (field === 'church') return !office && role !== 'police';
  return field === 'commune' ? !office : true;
}

/** What has to be mended before the form can be sent. */
export function draftErrors(draft: Draft): DraftErrors {
  const errors: DraftErrors = {};
  for (const field of ['name', 'commune', 'church', 'phone', 'email'] as const)
    if (draft[field].trim().length > LONGEST[field]) errors[field] = 'add.error.long';
  if (draft.name.trim() === '') errors.name = 'add.error.name';
  if (draft.role === '') errors.role = 'add.error.role';
  if (draft.province === '') errors.province = 'add.error.province';
  if (asks(draft.role, 'email') && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.email.trim())) errors.email = 'add.error.email';
  return errors;
}

const SERVER_WORDS: DraftErrors = { name: 'add.error.name', role: 'add.error.role', province: 'add.error.province', email: 'add.error.email' };

/** The fields that the server did not take, in words; empty when the problem is none of a field. */
export function serverErrors(problem: Problem | null): DraftErrors {
  if (problem?.code === 'email_taken') return { email: 'add.error.emailTaken' };
  const named = (problem?.fields ?? []).map((field) => FIELDS.find((one) => one === field.split('.')[0]));
  return Object.fromEntries(named.flatMap((field) => (field ? [[field, SERVER_WORDS[field] ?? 'add.error.long']] : [])));
}

/** The request for a form without errors. What is not asked of a role is not sent. */
export function bodyOf(draft: Draft & { role: Role }): NewPerson {
  const text = (field: 'commune' | 'church' | 'phone' | 'email'): string | null =>
    asks(draft.role, field) ? draft[field].normalize('NFC').trim() || null : null;
  return {
    name: draft.name.normalize('NFC').trim(),
    role: draft.role,
    province: draft.province,
    commune: text('commune'),
    church: text('church'),
    phone: draft.phone ? toAsciiDigits(text('phone') ?? '') || null : null,
    gender: draft.gender,
    ageBand: draft.ageBand,
    email: text('email'),
  };
}
