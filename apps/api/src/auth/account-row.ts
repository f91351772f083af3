import type { Role } from '@seek-justice/contracts/parts.ts';
import type { Account } from './account.ts';

/** An account as it is read with its person and its present roles. */
export interface AccountRow {
  account: string;
  person: string;
  name: string;
  kind: 'learner' | 'staff';
  roles: Role[];
  scope: string[] | null;
}

/** The columns of an AccountRow, where `a` is the account and `p` its person. */
export const ACCOUNT_COLUMNS = `a.id AS account, p.id AS person, p.name, a.kind, a.scope,
  ARRAY(SELECT role FROM account_roles r WHERE r.account_id = a.id AND r.revoked_at IS NULL ORDER BY role) AS roles`;

export function accountOf({ account: id, person, name, kind, roles, scope }: AccountRow): Account {
  return { id, person, name, kind, roles, scope };
}
