import type { Mark } from '../assessment/score.ts';
import type { Evidence, State } from '../records/state.ts';

/** Attempts at one snapshot of a quiz, received under the same roles. */
export interface Attempts {
  count: number;
  /** Best mark in whole per cent; null while nobody here knows the snapshot. */
  best: number | null;
  passed: boolean;
}

/**
 * What a subject's evidence amounts to, in a size that does not grow with the number of attempts: counts and bests
 * by lesson, quiz, snapshot and roles. Adding commutes, so order cannot matter; each record is added once.
 */
export interface Tally {
  /** Records by lesson, then by roles at receipt. */
  lessons: Record<string, Record<string, number>>;
  /** Attempts by quiz, then by snapshot, then by roles at receipt. */
  quizzes: Record<string, Record<string, Record<string, Attempts>>>;
  /** How many endings there are. While there are none, one more record can be added without reading the others. */
  endings: number;
  /** Latest receipt of what was not ended, ISO 8601 UTC; null before the first. */
  lastAt: string | null;
}

/** The mark of a handed-in quiz by the snapshot that it answered; null when that snapshot is not known. */
export type MarkOf = (recordId: string, evidence: Evidence & { kind: 'quiz' }) => Mark | null;

export function emptyTally(): Tally {
  return { lessons: {}, quizzes: {}, endings: 0, lastAt: null };
}

/** A map's own member, made when it is missing: ids come from outside, and `constructor` is a well-formed one. */
function member<T>(map: Record<string, T>, key: string, make: () => T): T {
  const known = Object.hasOwn(map, key) ? map[key] : undefined;
  return known ?? (map[key] = make());
}

/** Adds one piece of evidence that is not ended, in place. */
export function addToTally(tally: Tally, evidence: Evidence, mark: Mark | null): void {
  const roles = evidence.roles.join(',');
  if (tally.lastAt === null || evidence.at > tally.lastAt) tally.lastAt = evidence.at;
  if (evidence.kind === 'lesson') {
    const lesson = member<Record<string, number>>(tally.lessons, evidence.lesson, () => ({}));
    lesson[roles] = member(lesson, roles, () => 0) + 1;
    return;
  }
  const snapshots = member(tally.quizzes, evidence.quiz, () => ({}));
  const byRoles = member<Record<string, Attempts>>(snapshots, evidence.snapshot, () => ({}));
  const attempts = member<Attempts>(byRoles, roles, () => ({ count: 0, best: null, passed: false }));
  attempts.count += 1;
  if (mark === null) return;
  attempts.best = attempts.best === null ? mark.percent : Math.max(attempts.best, mark.percent);
  attempts.passed ||= mark.passed;
}

/** The tally of whole sets: evidence minus ended. */
export function tallyOf(state: State, markOf: MarkOf): Tally {
  const tally = emptyTally();
  for (const by of Object.values(state.endings)) tally.endings += Object.keys(by).length;
  for (const [id, evidence] of Object.entries(state.evidence)) {
    if (!state.endings[id]) addToTally(tally, evidence, evidence.kind === 'quiz' ? markOf(id, evidence) : null);
  }
  return tally;
}

/** Hashes of snapshots that were answered and that nobody here knew: a publish may bring them. */
export function unknownSnapshots(tally: Tally): string[] {
  return Object.values(tally.quizzes).flatMap((snapshots) =>
    Object.entries(snapshots).flatMap(([hash, byRoles]) => (Object.values(byRoles).some(({ best }) => best === null) ? [hash] : [])),
  );
}
