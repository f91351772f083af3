import { describe, expect, test } from '@jest/globals';
import { hasForms, itemsOfForm, rightToPass } from '../src/assessment/quiz-forms.ts';
import { score } from '../src/assessment/score.ts';
import type { ItemDraft, QuizDraft } from '../src/curriculum/draft.ts';
import { quizLeaf } from '../src/curriculum/publish.ts';
import { formsProblems } from '../src/curriculum/quiz-forms-check.ts';
import { curriculumSchemas } from '../src/curriculum/schema.ts';

const both = (text: string) => ({ en: text, km: 'សូមស្តាប់' });
const item = (id: string, more: Partial<ItemDraft> = {}): ItemDraft => ({
  id,
  type: 'single',
  question: both(`Question ${id}`),
  options: [{ id: 'a', right: true, text: both('Call'), feedback: both('Yes') }, { id: 'b', right: false, text: both('Wait'), feedback: both('No') }],
  ...more,
});
const quiz = (...items: ItemDraft[]): QuizDraft => ({ id: 'qqqqqq', passMark: 80, draft: [], items });
const told = (...items: ItemDraft[]) => formsProblems(quiz(...items), 'q').map(({ where, code }) => [where, code]);
const PARALLEL = [item('i1', { form: 'a' }), item('i2', { form: 'b', twin: 'i1' }), item('i3')];

describe('forms of a quiz (SPEC C13)', () => {
  test('a form has its own items and those of both, in order', () => {
    expect(itemsOfForm(PARALLEL, 'a').map(({ id }) => id)).toEqual(['i1', 'i3']);
    expect(itemsOfForm(PARALLEL, 'b').map(({ id }) => id)).toEqual(['i2', 'i3']);
    expect(itemsOfForm(PARALLEL, null).map(({ id }) => id)).toEqual(['i1', 'i2', 'i3']);
    expect([hasForms(PARALLEL), hasForms([item('i3')])]).toEqual([true, false]);
  });

  test('so many right answers pass as the score says', () => {
    // 80 % of 9 is 7.2: seven right are 77 %, eight are 88 %.
    expect(rightToPass(80, 9)).toBe(8);
    expect(rightToPass(80, 10)).toBe(8);
    for (const [passMark, of] of [[80, 9], [80, 10], [67, 3], [1, 8], [100, 7]] as const) {
      const key = { passMark, items: Array.from({ length: of }, (_, at) => ({ id: `i${at}`, options: [{ id: 'a', right: true }] })) };
      const mark = (right: number) => score(key, Object.fromEntries(Array.from({ length: right }, (_, at) => [`i${at}`, ['a']]))).passed;
      expect([mark(rightToPass(passMark, of) - 1), mark(rightToPass(passMark, of))]).toEqual([false, true]);
    }
  });

  test('nothing is said of a quiz without forms, nor of parallel ones', () => {
    expect(told(item('i1'), item('i2'))).toEqual([]);
    expect(told(...PARALLEL)).toEqual([]);
  });

  test('forms of other lengths say with how many right answers each is passed', () => {
    const problems = formsProblems(quiz(...PARALLEL, item('i4', { form: 'a' })), 'q');
    expect(problems[0]).toMatchObject({ where: 'q', code: 'forms_uneven', values: { a: '3', b: '2', passA: '3', passB: '2' } });
  });

  test('every item of one form has one counterpart in the other, of its kind', () => {
    expect(told(item('i1', { form: 'a' }), item('i2', { form: 'b' }))).toEqual([['q/i1', 'no_twin'], ['q/i2', 'no_twin']]);
    // Its counterpart went over to both forms.
    expect(told(item('i1'), item('i2', { form: 'b', twin: 'i1' }), item('i3', { form: 'a' }))).toEqual([['q/i2', 'no_twin'], ['q/i3', 'no_twin']]);
    expect(told(item('i1', { form: 'a' }), item('i2', { form: 'b', twin: 'i1' }), item('i3', { form: 'b', twin: 'i1' })).slice(1)).toEqual([['q/i1', 'many_twins']]);
    expect(told(item('i1', { form: 'a' }), item('i2', { form: 'b', twin: 'i1', type: 'multiple' }))).toEqual([['q/i2', 'twin_differs']]);
    expect(told(item('i1', { form: 'a' }), item('i2', { form: 'b', twin: 'i1', options: item('x').options.slice(0, 1) }))).toEqual([['q/i2', 'twin_differs']]);
  });

  test('the leaf of a quiz without forms is what it was; with them it says no more than the form', () => {
    const plain = quizLeaf(quiz(item('i1', { from: { draft: 'aaaaaa', item: 'i9', content: 'f'.repeat(64) } })), 'en');
    expect(plain.items).toEqual([
      { id: 'i1', type: 'single', question: 'Question i1', options: [{ id: 'a', right: true, text: 'Call', feedback: 'Yes' }, { id: 'b', right: false, text: 'Wait', feedback: 'No' }] },
    ]);
    const [a, b, shared] = quizLeaf(quiz(item('i1', { form: 'a', twin: 'i2' }), item('i2', { form: 'b', twin: 'i1' }), item('i3')), 'en').items;
    expect([a?.form, a?.twin, b?.form, b?.twin]).toEqual(['a', undefined, 'b', 'i1']);
    expect(Object.keys(shared ?? {})).toEqual(['id', 'type', 'question', 'options']);
    // Who does not know forms asks everything and scores it as ever.
    expect(score(quizLeaf(quiz(...PARALLEL), 'en'), { i1: ['a'], i2: ['a'], i3: ['b'] })).toMatchObject({ right: 2, of: 3 });
  });

  test('files of the curriculum may have them', () => {
    const file = { id: 'qqqqqq', passMark: 80, draft: [], items: PARALLEL };
    expect(curriculumSchemas(['en', 'km']).quiz.parse(file)).toEqual(file);
    expect(curriculumSchemas(['en', 'km']).quiz.safeParse({ ...file, items: [{ ...item('i1'), form: 'c' }] }).success).toBe(false);
  });
});
