import type { Item } from '@seek-justice/domain/assessment/item.ts';
import { isWritten, picksMany } from '@seek-justice/domain/assessment/item.ts';
import type { Answers } from '@seek-justice/domain/records/answers.ts';

/** A quiz on its way. Plain data, so that it survives a reload; ids alone, so that it survives a language switch. */
export interface Attempt {
  /** Which question is on screen, from 0. */
  at: number;
  /** The first completed answer of each item: what counts. */
  counted: Answers;
  /** What is chosen now, by item. */
  picked: Answers;
  /** Options whose feedback is shown, by item. */
  shown: Answers;
}

export function newAttempt(): Attempt {
  return { at: 0, counted: {}, picked: {}, shown: {} };
}

function isDone(attempt: Attempt, item: Item): boolean {
  return attempt.counted[item.id] !== undefined;
}

/** Chooses an option. Where one is to be chosen this is the answer; where several are, it is switched on or off. */
export function pick(attempt: Attempt, item: Item, option: string): Attempt {
  const before = attempt.picked[item.id] ?? [];
  if (picksMany(item)) {
    const chosen = before.includes(option) ? before.filter((id) => id !== option) : [...before, option];
    // Feedback belongs to what was checked: a changed choice waits for the next check.
    return { ...attempt, picked: { ...attempt.picked, [item.id]: chosen }, shown: { ...attempt.shown, [item.id]: [] } };
  }
  return {
    ...attempt,
    counted: isDone(attempt, item) ? attempt.counted : { ...attempt.counted, [item.id]: [option] },
    picked: { ...attempt.picked, [item.id]: [option] },
    shown: { ...attempt.shown, [item.id]: [option] },
  };
}

/** Checks a choice of several: the first time it is the answer that counts. After a written answer all that others say is shown. */
export function check(attempt: Attempt, item: Item): Attempt {
  const chosen = isWritten(item) ? item.options.map(({ id }) => id) : (attempt.picked[item.id] ?? []);
  if (chosen.length === 0) return attempt;
  return {
    ...attempt,
    counted: isDone(attempt, item) ? attempt.counted : { ...attempt.counted, [item.id]: chosen },
    shown: { ...attempt.shown, [item.id]: chosen },
  };
}

/** Goes to another question. */
export function goTo(attempt: Attempt, at: number): Attempt {
  return { ...attempt, at };
}

/** Whether something was answered already. */
export function isBegun(attempt: Attempt): boolean {
  return Object.keys(attempt.picked).length + Object.keys(attempt.counted).length > 0;
}

/** What is handed in: the counted answers to the items that the quiz has; of a written one not even that there was one. */
export function handIn(attempt: Attempt, items: readonly Item[]): Answers {
  return Object.fromEntries(items.flatMap((item) => (attempt.counted[item.id] && !isWritten(item) ? [[item.id, attempt.counted[item.id] ?? []]] : [])));
}
