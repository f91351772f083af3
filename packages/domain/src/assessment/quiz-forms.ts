/** The two forms of a quiz that ask for the same in other words: one before a training, the other after it. */
export const QUIZ_FORMS = ['a', 'b'] as const;
export type QuizForm = (typeof QUIZ_FORMS)[number];

type Formed = { form?: QuizForm };

/** Whether any item belongs to one form alone. A quiz without such items has no forms. */
export function hasForms(items: readonly Formed[]): boolean {
  return items.some(({ form }) => form !== undefined);
}

/** The items of one form, in order: its own, and those that both have. Null: all. */
export function itemsOfForm<Item extends Formed>(items: readonly Item[], form: QuizForm | null): Item[] {
  return items.filter((item) => form === null || item.form === undefined || item.form === form);
}

/** How many of so many items have to be right so that a mark of `passMark` per cent is reached (rounded as `score` does). */
export function rightToPass(passMark: number, items: number): number {
  return Math.ceil((passMark * items) / 100);
}
