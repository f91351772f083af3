import type { curriculum } from '@seek-justice/contracts/endpoints/curriculum.ts';
import type { listPeople, peopleRow } from '@seek-justice/contracts/endpoints/list-people.ts';
import type { person } from '@seek-justice/contracts/endpoints/person.ts';
import type { progress } from '@seek-justice/contracts/endpoints/progress.ts';
import type { Role } from '@seek-justice/contracts/parts.ts';

export type Row = (typeof peopleRow)['_zod']['output'];
export type PeoplePage = (typeof listPeople)['success']['body']['_zod']['output'];
export type Person = (typeof person)['_zod']['output'];
export type Progress = (typeof progress)['success']['body']['_zod']['output'];
export type ModuleView = Progress['courses'][number]['modules'][number];
export type Curriculum = (typeof curriculum)['success']['body']['_zod']['output'];
export type Province = Curriculum['site']['provinces'][number];
export type TaughtModule = Curriculum['courses'][number]['modules'][number];

/** Roles that sign in with a printed card, and those that do so with an e-mail address. */
export const LEARNER_ROLES = ['pastor', 'police', 'trainer'] as const satisfies readonly Role[];
export const OFFICE_ROLES = ['author', 'reviewer', 'coordinator', 'safeguarding', 'evaluator'] as const satisfies readonly Role[];

/** Whether a role signs in with a printed card. */
export function isLearnerRole(role: Role | ''): boolean {
  return (LEARNER_ROLES as readonly string[]).includes(role);
}
