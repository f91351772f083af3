/** A cohort's code in the two groups in which it is printed and typed. */
export function cohortGroups(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** The address behind the square on a cohort's sheet: a page that makes a profile on the phone. */
export function joinAddress(origin: string, code: string): string {
  return `${origin}/j/${code}`;
}

/** The address that is typed by hand where the square cannot be scanned; the code is asked there. */
export function typedJoinAddress(origin: string): string {
  return `${origin.replace(/^https?:\/\//, '')}/j`;
}
