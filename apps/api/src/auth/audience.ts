import type { Audience } from '@seek-justice/domain/curriculum/draft.ts';
import type { Account } from './account.ts';

/** Whether a reader (null: a visitor) is entitled to a course of this audience. */
export function mayRead(audience: Audience, account: Account | null | undefined): boolean {
  if (audience === 'open') return true;
  if (!account) return false;
  return audience === 'signed-in' || account.roles.some((role) => READS_POLICE_COURSE.has(role));
}

/** Police learn from it; authors, reviewers and coordinators answer for it. */
const READS_POLICE_COURSE: ReadonlySet<string> = new Set(['police', 'author', 'reviewer', 'coordinator']);
