import type { Account } from './account.ts';
import type { MediaAudience } from '../database/media.ts';

/** Whether a reader (null: a visitor) is entitled to a course or a file of this audience. */
export function mayRead(audience: MediaAudience, account: Account | null | undefined): boolean {
  if (audience === 'open') return true;
  if (!account) return false;
  if (audience === 'signed-in') return true;
  return account.roles.some((role) => EDITORS.has(role) || (audience === 'police' && role === 'police'));
}

/** Who answers for the curriculum: they read every course, and what no course names yet. */
const EDITORS: ReadonlySet<string> = new Set(['author', 'reviewer', 'coordinator']);
