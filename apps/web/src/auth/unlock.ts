import { sixDigits } from './code.ts';
import { countTry, forgetTries, waitLeft } from './profile/tries.ts';
import { unlockReader } from './session.ts';

/** What became of a try: right, or the seconds until the next one is taken. */
export type Tried = { right: true } | { right: false; wait: number };

/** Tries a reader's secret on this phone, also without a network. Wrong ones slow down kindly; nobody is locked out. */
export async function tryUnlock(owner: string, typed: string): Promise<Tried> {
  const before = await waitLeft(owner);
  if (before > 0) return { right: false, wait: before };
  await countTry(owner);
  if (!(await unlockReader(owner, sixDigits(typed) ?? typed))) return { right: false, wait: await waitLeft(owner) };
  await forgetTries(owner);
  return { right: true };
}
