import { type Attempts, emptyTally, type Tally } from './tally.ts';

function joined<T>(a: Record<string, T>, b: Record<string, T>, join: (one: T, other: T) => T): Record<string, T> {
  const result: Record<string, T> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const known = Object.hasOwn(result, key) ? result[key] : undefined;
    result[key] = known === undefined ? value : join(known, value);
  }
  return result;
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function joinAttempts(a: Attempts, b: Attempts): Attempts {
  const best = a.best === null ? b.best : b.best === null ? a.best : Math.max(a.best, b.best);
  return { count: a.count + b.count, best, passed: a.passed || b.passed };
}

/** The tally of several subjects together, whose records are not the same ones: counts add up, bests stay. None is changed. */
export function mergeTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (a, b) => ({
      lessons: joined(a.lessons, b.lessons, (one, other) => joined(one, other, (m, n) => m + n)),
      quizzes: joined(a.quizzes, b.quizzes, (one, other) => joined(one, other, (x, y) => joined(x, y, joinAttempts))),
      endings: a.endings + b.endings,
      lastAt: later(a.lastAt, b.lastAt),
    }),
    emptyTally(),
  );
}
