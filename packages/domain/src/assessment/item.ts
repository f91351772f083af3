import type { QuizForm } from './quiz-forms.ts';

/** One option of an item in one language: what is chosen, or put in its place. */
export interface Option {
  id: string;
  /** True for all options where none is chosen: arranged ones belong somewhere, those of a written answer are what others say. */
  right: boolean;
  text: string;
  /** Of a pair alone: what belongs to its text. */
  match?: string;
  /** What is said to somebody who chose or placed it. */
  feedback: string;
}

export type ItemType = 'single' | 'multiple' | 'truefalse' | 'scenario' | 'matching' | 'ordering' | 'written';

/** A question in one language, as a quiz leaf holds it. */
export interface Item {
  id: string;
  type: ItemType;
  /** Of a scenario alone: what has happened, before it is asked about. */
  situation?: string;
  question: string;
  options: Option[];
  /** Absent: of both forms. Whoever does not know forms asks all items. */
  form?: QuizForm;
  /** Of an item of form B: the one of form A that asks for the same. */
  twin?: string;
}

/** Whether a person picks one option of an item or several. */
export function picksMany(item: Pick<Item, 'type'>): boolean {
  return item.type === 'multiple';
}

/** Whether a person answers in their own words. Nobody marks that, and nobody else gets to see it. */
export function isWritten({ type }: { type?: ItemType }): boolean {
  return type === 'written';
}

/** Whether options of an item are chosen among: then some of them are right, and some are not. */
export function isChosen(item: { type?: ItemType }): boolean {
  return !isArranged(item) && !isWritten(item);
}

/** Whether the options of an item are arranged (pairs, steps) instead of chosen among: then their order is the answer. */
export function isArranged({ type }: { type?: ItemType }): boolean {
  return type === 'matching' || type === 'ordering';
}
