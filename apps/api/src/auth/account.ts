import type { Ability, Role } from '@seek-justice/contracts/parts.ts';

/** Who is asking, as every permission check sees them. */
export interface Account {
  id: string;
  person: string;
  name: string;
  kind: 'learner' | 'staff';
  roles: readonly Role[];
  /** Provinces of a coordinator; null for the whole country; empty for everybody else. */
  scope: readonly string[] | null;
}

/** `police` outranks every other role: such an account never sees names of learners. */
export function isPolice(account: Account): boolean {
  return account.roles.includes('police');
}

/** Whether an account may work with the people of some province. */
export function isCoordinator(account: Account): boolean {
  return account.roles.includes('coordinator') && !isPolice(account);
}

/** Whether a coordinator's scope holds a province. A person without one belongs to the country's coordinators alone. */
export function inScope(account: Account, province: string | null): boolean {
  return isCoordinator(account) && (account.scope === null || (province !== null && account.scope.includes(province)));
}

/** What the screens may offer this account. */
export function abilitiesOf(account: Account): Ability[] {
  return [...peopleAbilities(account), ...curriculumAbilities(account)];
}

function peopleAbilities(account: Account): Ability[] {
  if (!isCoordinator(account)) return [];
  return account.scope === null ? ['people.read', 'people.write', 'staff.invite', 'contacts.write'] : ['people.read', 'people.write'];
}

/** Authors write, reviewers sign off, either publishes so that wrong advice is withdrawn at once; a coordinator reads along. */
function curriculumAbilities({ roles }: Account): Ability[] {
  const has = (...any: Role[]): boolean => any.some((role) => roles.includes(role));
  return [
    ...(has('author', 'reviewer', 'coordinator') ? (['curriculum.read'] as const) : []),
    ...(has('author') ? (['curriculum.write'] as const) : []),
    ...(has('reviewer') ? (['curriculum.sign'] as const) : []),
    ...(has('author', 'reviewer') ? (['curriculum.publish'] as const) : []),
  ];
}
