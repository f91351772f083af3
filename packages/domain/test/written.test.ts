import { describe, expect, test } from '@jest/globals';
import { isChosen, isWritten } from '../src/assessment/item.ts';
import { type Key, score } from '../src/assessment/score.ts';
import { documentLeaf } from '../src/curriculum/authoring/documents-of.ts';
import type { Document } from '../src/curriculum/authoring/document.ts';
import { quizProblems } from '../src/curriculum/check.ts';
import type { ItemDraft, QuizDraft } from '../src/curriculum/draft.ts';

const both = (km: string, en: string) => ({ km, en });
const others = [{ id: 'x', right: true, text: both('ខ្ញុំជឿប្អូន', 'I believe you'), feedback: both('ត្រូវមានសេចក្តីក្លាហាន។', 'It takes courage.') }];
const written = (id: string, more: object = {}): ItemDraft => ({ id, type: 'written', question: both('តើលោកអ្នកនឹងនិយាយអ្វី?', 'What would you say?'), options: others, ...more }) as ItemDraft;
const single = (id: string, more: object = {}): ItemDraft =>
  ({ id, type: 'single', question: both(`សំណួរ ${id}`, `Question ${id}`), options: [{ ...others[0], id: 'a' }, { ...others[0], id: 'b', right: false }], ...more }) as ItemDraft;
const quiz = (items: ItemDraft[]): QuizDraft => ({ id: 'q1', passMark: 80, draft: [], items });
const codes = (items: ItemDraft[]) => quizProblems(quiz(items), 'q1').map(({ code }) => code);
const eight = Array.from({ length: 8 }, (_, at) => single(`s${at}`));

describe('a question that is answered in one\'s own words', () => {
  test('is not chosen among, and neither right nor wrong', () => {
    expect([isWritten({ type: 'written' }), isChosen({ type: 'written' }), isChosen({ type: 'ordering' }), isChosen({ type: 'single' }), isChosen({})]).toEqual([true, false, false, true, true]);
  });

  test('counts for nothing, answered or not', () => {
    const key: Key = { passMark: 80, items: [{ id: 'one', type: 'single', options: [{ id: 'a', right: true }, { id: 'b', right: false }] }, { id: 'say', type: 'written', options: [{ id: 'x', right: true }] }] };
    expect(score(key, { one: ['a'] })).toEqual({ right: 1, of: 1, percent: 100, passed: true });
    expect(score(key, { one: ['b'], say: ['x'] })).toEqual({ right: 0, of: 1, percent: 0, passed: false });
    expect(score({ ...key, items: key.items.slice(1) }, { say: ['x'] })).toEqual({ right: 0, of: 0, percent: 0, passed: false });
  });

  test('needs no right answer, and makes no quiz long enough to be marked', () => {
    expect(codes([...eight, written('w1')])).toEqual([]);
    expect(codes([...eight.slice(1), written('w1'), written('w2')])).toEqual(['few_items']);
  });

  test('makes no form of a quiz harder to pass', () => {
    const forms = [...eight.map((item, at) => ({ ...item, form: at < 4 ? ('a' as const) : ('b' as const), ...(at < 4 ? {} : { twin: `s${at - 4}` }) })), written('w1', { form: 'a' }), written('w2', { form: 'b', twin: 'w1' }), written('w3')];
    expect(codes(forms)).toEqual([]);
  });

  test('is read with what others say, though no author has called it right', () => {
    const { right: _, ...said } = others[0]!;
    const document = { id: 'q1', kind: 'quiz', body: { source: 'km', passMark: 80, items: [{ ...written('w1'), options: [said] }] }, bases: {} } as unknown as Document;
    const leaf = documentLeaf(document, 'km');
    expect(leaf?.kind === 'quiz' && leaf.items[0]).toEqual({ id: 'w1', type: 'written', question: 'តើលោកអ្នកនឹងនិយាយអ្វី?', options: [{ id: 'x', right: true, text: 'ខ្ញុំជឿប្អូន', feedback: 'ត្រូវមានសេចក្តីក្លាហាន។' }] });
  });
});
