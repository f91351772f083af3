import { drop, keep, kept } from '../../local/kept.ts';

/** Wrong tries that cost nothing: fingers slip. */
const FREE = 3;
const LONGEST_S = 60;

interface Tries {
  wrong: number;
  /** When another try is taken, milliseconds. */
  from: number;
}

const nameOf = (owner: string): string => `tries/${owner}`;

/** Seconds to wait after so many wrong tries: 1 after the third, then twice as long each time, a minute at most. */
export function waitAfter(wrong: number): number {
  return wrong < FREE ? 0 : Math.min(LONGEST_S, 2 ** (wrong - FREE));
}

/** Seconds until a reader's digits may be tried again. A clock that was set back makes nobody wait longer than a minute. */
export async function waitLeft(owner: string, now = Date.now()): Promise<number> {
  const tries = await kept<Tries>(nameOf(owner));
  return tries ? Math.min(waitAfter(tries.wrong), Math.max(0, Math.ceil((tries.from - now) / 1000))) : 0;
}

/** Counts a try before it is made, so that a page that is loaded anew in between gives no further one for nothing. */
export async function countTry(owner: string, now = Date.now()): Promise<void> {
  const wrong = ((await kept<Tries>(nameOf(owner)))?.wrong ?? 0) + 1;
  await keep(nameOf(owner), { wrong, from: now + waitAfter(wrong) * 1000 } satisfies Tries);
}

/** The digits were right, or the reader is gone from this phone: nothing is held against anybody. */
export function forgetTries(owner: string): Promise<void> {
  return drop(nameOf(owner));
}
