/** One option of an item in one language. */
export interface Option {
  id: string;
  right: boolean;
  text: string;
  /** What is said to somebody who chose it. */
  feedback: string;
}

/** A question in one language, as a quiz leaf holds it. */
export interface Item {
  id: string;
  type: 'single' | 'multiple' | 'truefalse';
  question: string;
  options: Option[];
}

/** Whether a person picks one option of an item or several. */
export function picksMany(item: Pick<Item, 'type'>): boolean {
  return item.type === 'multiple';
}
