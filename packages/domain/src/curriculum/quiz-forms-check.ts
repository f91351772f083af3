import { isWritten } from '../assessment/item.ts';
import { hasForms, itemsOfForm, rightToPass } from '../assessment/quiz-forms.ts';
import type { Problem } from './problem.ts';
import type { ItemDraft, QuizDraft } from './draft.ts';

/** Whether two items are guessed as easily and read as long: of one kind, with as many options. */
function alike(one: ItemDraft, other: ItemDraft): boolean {
  return one.type === other.type && one.options.length === other.options.length;
}

/**
 * Where the forms of a quiz are not parallel (SPEC C13): then a mark before and a mark after are no measure of what
 * was learnt between them.
 */
export function formsProblems({ items, passMark }: QuizDraft, where: string): Problem[] {
  if (!hasForms(items)) return [];
  const found: Problem[] = [];
  const marked = items.filter((item) => !isWritten(item));
  const [a, b] = [itemsOfForm(marked, 'a').length, itemsOfForm(marked, 'b').length];
  if (a !== b)
    found.push({
      where,
      problem: `form A has ${a} items, form B ${b}`,
      code: 'forms_uneven',
      values: { a: String(a), b: String(b), passA: String(rightToPass(passMark, a)), passB: String(rightToPass(passMark, b)) },
    });
  for (const item of items) {
    const at = `${where}/${item.id}`;
    if (item.form === 'a') {
      const twins = items.filter(({ form, twin }) => form === 'b' && twin === item.id);
      if (twins.length === 0) found.push({ where: at, problem: 'nothing in form B asks for the same', code: 'no_twin', field: 'form' });
      else if (twins.length > 1) found.push({ where: at, problem: `${twins.length} items of form B ask for the same`, code: 'many_twins', field: 'form' });
    } else if (item.form === 'b') {
      const first = items.find(({ id, form }) => id === item.twin && form === 'a');
      if (!first) found.push({ where: at, problem: 'nothing in form A asks for the same', code: 'no_twin', field: 'twin' });
      else if (!alike(first, item)) found.push({ where: at, problem: `is of another kind than ${first.id}, or has other many options`, code: 'twin_differs', field: 'twin' });
    }
  }
  return found;
}
