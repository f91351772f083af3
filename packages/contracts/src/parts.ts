import { z } from 'zod';

/** Pieces that several endpoints share. */
export const localizedText = z.record(z.string(), z.string()).meta({ id: 'LocalizedText' });
export const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
export const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const ROLES = ['pastor', 'police', 'trainer', 'author', 'reviewer', 'coordinator', 'safeguarding', 'evaluator'] as const;
export type Role = (typeof ROLES)[number];
export const role = z.enum(ROLES).meta({ id: 'Role' });

/** Named abilities of the signed-in account: what the screens offer. The server checks each request again. */
export const ABILITIES = ['people.read', 'people.write', 'staff.invite', 'contacts.write', 'curriculum.read', 'curriculum.write', 'curriculum.sign', 'curriculum.publish'] as const;
export type Ability = (typeof ABILITIES)[number];

export const provinceId = z.string().regex(/^[a-z]{2,20}(?:-[a-z]{2,20}){0,3}$/);

/** PostgreSQL's text holds neither U+0000 nor half a character (a lone surrogate). */
export const plain = z.string().refine((text) => !/[\0\p{Cs}]/u.test(text));
const short = plain.trim().min(1).max(80);
export const personName = short;
export const churchName = short;
export const communeName = short;
export const cohortName = short;
export const gender = z.enum(['woman', 'man', 'not-said']);
export const ageBand = z.enum(['18-29', '30-44', '45-59', '60+', 'not-said']);
