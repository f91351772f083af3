import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../src/curriculum/authoring/apply.ts';
import { bankOf, basesWithin, findInBank, itemContent, originalOf, quizzesWith } from '../src/curriculum/authoring/bank.ts';
import { copyEdits, keepEdit, takeOverEdits } from '../src/curriculum/authoring/copy-item.ts';
import type { Document } from '../src/curriculum/authoring/document.ts';
import { editsTo } from '../src/curriculum/authoring/edits-to.ts';
import { agreeing, textStates } from '../src/curriculum/authoring/translation.ts';
import type { ItemDraft } from '../src/curriculum/draft.ts';
import { ITEM_FORMS } from '../src/curriculum/form.ts';
import { checkLaw } from '../src/testing/seeds.ts';

const LANGUAGES = ['en', 'km'];
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const option = (id: string, right = false) => ({ id, right, text: { en: `Answer ${id}`, km: `ចម្លើយ ${id}` }, feedback: { en: `Why ${id}`, km: `ហេតុ ${id}` } });
const item = (id: string, more: Partial<ItemDraft> = {}): ItemDraft => ({ id, type: 'single', question: { en: 'Whom do you call?', km: 'តើលោកអ្នកហៅប៉ូលីសឬ?' }, options: [option('a', true), option('b')], ...more });
const quiz = (id: string, items: ItemDraft[], source = 'en'): Document<'quiz'> => agreeing({ id, kind: 'quiz', body: { source, passMark: 80, items } as never }, LANGUAGES) as Document<'quiz'>;
const stale = (document: Document) => LANGUAGES.flatMap((lang) => textStates(document, lang)).filter(({ state }) => state === 'stale').length;
const apply = (document: Document, edits: Parameters<typeof applyEdits>[1]) => {
  const { document: after, outcomes } = applyEdits(document, edits, LANGUAGES);
  expect(outcomes.map(({ result }) => result)).toEqual(edits.map(() => 'done'));
  return after as Document<'quiz'>;
};

describe('questions wherever they stand (SPEC E10)', () => {
  const first = quiz('firsts', [item('i1'), item('i2', { question: { en: 'Who may ask her?', km: 'តើនរណាអាចសួរនាង?' } })]);
  const second = quiz('second', [item('j1', { from: { draft: 'firsts', item: 'i1', content: 'old' } }), item('j2', { from: { draft: 'second', item: 'j1', content: 'old' } })]);
  const aside = { draft: 'second', item: item('j9'), source: 'en', bases: {}, aside: 'x' };
  const all = bankOf([first, second], [aside]);

  test('are found by every word, in any language and spelling', () => {
    expect(findInBank(all, 'ASK  who').map((one) => one.item.id)).toEqual(['i2']);
    expect(findInBank(all, 'ប៉ូលិស call').map((one) => one.item.id)).toEqual(['i1', 'j1', 'j2', 'j9']);
    expect(findInBank(all, 'call lawyer')).toEqual([]);
    expect(findInBank(all, ' ')).toHaveLength(5);
  });

  test('count the quizzes with them and with copies of copies', () => {
    expect(all.map((one) => quizzesWith(all, one).length)).toEqual([2, 1, 2, 2, 0]);
    // Two that call each other the original end somewhere.
    const round = bankOf([quiz('rounds', [item('r1', { from: { draft: 'rounds', item: 'r2', content: '' } }), item('r2', { from: { draft: 'rounds', item: 'r1', content: '' } })])], []);
    expect(round.map((one) => quizzesWith(round, one).length)).toEqual([1, 1]);
  });

  test('an original is the one that stands in its quiz; else the last that was put aside', () => {
    expect(originalOf(all, { draft: 'firsts', item: 'i1' })).toBe(all[0]);
    expect(originalOf(all, { draft: 'second', item: 'j9' })).toBe(aside);
    expect(originalOf(all, { draft: 'second', item: 'zz' })).toBeNull();
  });

  test('are the same content under another id, in another form, as a copy', () => {
    expect(itemContent(item('x', { form: 'b', twin: 'y', from: { draft: 'firsts', item: 'i1', content: '' } }), sha256)).toBe(itemContent(item('i1'), sha256));
    expect(itemContent(item('i1', { options: [option('a'), option('b', true)] }), sha256)).not.toBe(itemContent(item('i1'), sha256));
  });
});

describe('a copy', () => {
  const original = quiz('firsts', [item('i1', { form: 'a' })]);
  const found = { draft: 'firsts', item: original.body.items[0] as ItemDraft, source: 'en', bases: basesWithin(original.bases, 'i1'), aside: null };
  const content = itemContent(found.item, sha256);

  test.each(['en', 'km'])('keeps what agreed, into a quiz whose source is %s', (source) => {
    const after = apply(quiz('second', [item('j1')], source), copyEdits(found, content, { id: 'copied', after: null, source }));
    expect(after.body.items.map(({ id, form, from }) => [id, form, from])).toEqual([['copied', undefined, { draft: 'firsts', item: 'i1', content }], ['j1', undefined, undefined]]);
    expect(stale(after)).toBe(0);
  });

  test('of a stale translation is stale', () => {
    const old = { ...found, bases: { ...found.bases, question: { km: { from: 'en', text: 'Whom?' } } } };
    expect(stale(apply(quiz('second', []), copyEdits(old, content, { id: 'copied', after: null, source: 'en' })))).toBe(1);
  });

  test('becomes what its original is now, or is left as it is', () => {
    const copied = apply(quiz('second', [item('j1')]), copyEdits(found, content, { id: 'copied', after: 'j1', source: 'en' }));
    const mine = copied.body.items[1] as ItemDraft;
    const changed: ItemDraft = { ...found.item, question: { en: 'Whom do you ring first?', km: 'តើហៅនរណាមុន?' }, options: [option('c'), { ...option('b'), right: true }] };
    const now = { ...found, item: changed, bases: basesWithin(quiz('firsts', [changed]).bases, 'i1') };
    const next = itemContent(changed, sha256);
    const after = apply(copied, takeOverEdits(mine, now, next, 'en'));
    expect(after.body.items[1]).toEqual({ ...changed, id: 'copied', form: undefined, from: { draft: 'firsts', item: 'i1', content: next } });
    expect(stale(after)).toBe(0);
    const kept = apply(copied, [keepEdit(mine, next)]);
    expect(kept.body.items[1]).toEqual({ ...mine, from: { draft: 'firsts', item: 'i1', content: next } });
  });
});

test('edits to another thing of the same form make it that thing', async () => {
  const text = fc.record({ en: fc.constantFrom('One', 'Two'), km: fc.constantFrom('មួយ', 'ពីរ') }, { requiredKeys: [] });
  const options = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), right: fc.boolean(), text, feedback: text }), { selector: ({ id }) => id, minLength: 2, maxLength: 4 });
  const things = fc.record({ question: text, options });
  await checkLaw(
    'item-edits',
    fc.property(things, things, (was, wanted) => {
      const before = quiz('second', [{ id: 'i1', type: 'single', ...was } as ItemDraft]);
      const after = apply(before, editsTo(['items', 'i1'], ITEM_FORMS.single, was, wanted));
      expect(after.body.items[0]).toEqual({ id: 'i1', type: 'single', ...wanted });
    }),
    { numRuns: 300 },
  );
});
