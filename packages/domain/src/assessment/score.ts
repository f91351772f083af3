import { isArranged, isWritten, type ItemType } from './item.ts';
import type { Answers } from '../records/answers.ts';

/** What scoring needs of a quiz: the right options of each item. Without a type they are chosen among. */
export interface Key {
  passMark: number;
  items: { id: string; type?: ItemType; options: { id: string; right: boolean }[] }[];
}

export interface Mark {
  /** Items answered right. */
  right: number;
  /** Items in the quiz that are marked. */
  of: number;
  /** Whole per cent, rounded down: 79.9 is not yet 80. */
  percent: number;
  passed: boolean;
}

/**
 * Whether exactly the right options of an item were chosen; repeats and order do not matter. Where they are arranged
 * their order alone matters: the steps as they stand, or for each pair whose match was put to it.
 */
export function isRight({ options, ...item }: Omit<Key['items'][number], 'id'>, chosen: readonly string[]): boolean {
  if (isArranged(item)) return chosen.length === options.length && options.every(({ id }, at) => chosen[at] === id);
  return options.every(({ id, right }) => chosen.includes(id) === right) && chosen.every((id) => options.some((option) => option.id === id));
}

/** Scores an attempt by the quiz that it answered. Items without an answer are wrong; answers to other items are ignored, and so is what was written. */
export function score(key: Key, answers: Answers): Mark {
  const marked = key.items.filter((item) => !isWritten(item));
  const of = marked.length;
  const right = marked.filter((item) => Object.hasOwn(answers, item.id) && isRight(item, answers[item.id] ?? [])).length;
  const percent = of === 0 ? 0 : Math.floor((right * 100) / of);
  return { right, of, percent, passed: of > 0 && percent >= key.passMark };
}
