import { describe, expect, it } from '@jest/globals';
import { quizAdvice } from '../src/curriculum/advice.ts';
import type { ItemDraft, QuizDraft } from '../src/curriculum/draft.ts';

type Words = { en: string; km: string };

const option = (id: string, right: boolean, text: Words) => ({ id, right, text, feedback: { en: `Why ${id}`, km: `ហេតុ ${id}` } });
/** Answers of one length in English; in Khmer the first one is longer. */
const EVEN: Words[] = [{ en: 'Listen now', km: 'ស្តាប់នាងដោយស្ងប់ស្ងៀម' }, { en: 'Leave soon', km: 'ចាកចេញ' }, { en: 'Ask others', km: 'សួរគេ' }];
const ASKED: Words[] = [
  { en: 'A girl weeps. What do you do?', km: 'ក្មេងស្រីម្នាក់យំ។ តើអ្នកធ្វើអ្វី?' },
  { en: 'A boy has no papers. What now?', km: 'ក្មេងប្រុសម្នាក់គ្មានឯកសារ។ ឥឡូវធ្វើអ្វី?' },
  { en: 'Whom do you call?', km: 'តើអ្នកទូរស័ព្ទទៅនរណា?' },
  { en: 'Who may ask her about it?', km: 'តើនរណាអាចសួរនាងអំពីរឿងនេះ?' },
];

function item(at: number, right: number, texts: readonly Words[] = EVEN, more: Partial<ItemDraft> = {}): ItemDraft {
  return { id: `i${at}`, type: 'single', question: ASKED[at] as Words, options: texts.map((text, index) => option('abc'.charAt(index), index === right, text)), ...more };
}

const quiz = (items: ItemDraft[]): QuizDraft => ({ id: 'q', passMark: 80, draft: [], items });
const told = (items: ItemDraft[], languages?: string[]) => quizAdvice(quiz(items), languages).map(({ code, lang, where, like }) => [code, lang, where, ...(like ? [like] : [])]);

describe('advice on a quiz (SPEC C8)', () => {
  it('is silent where there is nothing to say', () => {
    expect(told([item(0, 0), item(1, 1), item(2, 2), item(3, 0)])).toEqual([]);
  });

  it('sees that the longest answer is mostly the right one, in the language where it is so', () => {
    expect(told([item(0, 0), item(1, 0), item(2, 0), item(3, 1)])).toEqual([['longest_is_right', 'km', 'q']]);
    expect(quizAdvice(quiz([item(0, 0), item(1, 0), item(2, 0), item(3, 1)]))[0]?.problem).toBe('the longest answer is the right one in 3 of 4 items (km)');
  });

  it('measures what a reader sees: stacked letters are one', () => {
    // Six UTF-16 units are one grapheme; two letters are two.
    const texts = [{ en: 'Women', km: 'ស្ត្រី' }, { en: 'Peace', km: 'កក' }];
    expect(told([0, 1, 2, 3].map((at) => item(at, 0, texts)))).toEqual([]);
    expect(told([0, 1, 2, 3].map((at) => item(at, 1, texts)))).toEqual([['longest_is_right', 'km', 'q']]);
  });

  it('measures a number to call as the number that is seen, and marks not at all', () => {
    // «Call 0000» is nine signs, its name in the draft thirty.
    const number = [{ en: '**Call** {contact:hotline-police}', km: 'ក' }, { en: 'Leave soon', km: 'ខ' }];
    expect(told([0, 1, 2, 3].map((at) => item(at, 0, number)))).toEqual([]);
    expect(told([0, 1, 2, 3].map((at) => item(at, 1, number)))).toEqual([['longest_is_right', 'en', 'q']]);
  });

  it('says in which items, so that they can be found', () => {
    expect(quizAdvice(quiz([item(0, 0), item(1, 0), item(2, 0), item(3, 1)]))[0]).toMatchObject({ values: { right: '3', of: '4' }, items: ['i0', 'i1', 'i2'] });
  });

  it('leaves half of the items, few items, true or false and arranged ones alone', () => {
    expect(told([item(0, 0), item(1, 0), item(2, 1), item(3, 2)])).toEqual([]);
    expect(told([item(0, 0), item(1, 0), item(2, 0)])).toEqual([]);
    expect(told([item(0, 0), item(1, 0), item(2, 0, EVEN.slice(0, 2), { type: 'truefalse' }), item(3, 0, EVEN, { type: 'ordering' })])).toEqual([]);
  });

  it('finds answers and questions that say the same, however they are spelt', () => {
    const twice = [{ en: 'Call  the Police', km: 'ទូរស័ព្ទទៅ​ប៉ូលីស' }, { en: 'Wait', km: 'រង់ចាំ' }, { en: 'call the police', km: 'ទូរស័ព្ទទៅប៉ូលីស' }];
    expect(told([item(0, 1, twice)])).toEqual([
      ['same_option', 'en', 'q/items/i0/options/c/text', 'q/items/i0/options/a/text'],
      ['same_option', 'km', 'q/items/i0/options/c/text', 'q/items/i0/options/a/text'],
    ]);
    expect(told([item(0, 0), item(1, 1, EVEN, { question: { ...(ASKED[1] as Words), en: 'a girl weeps.  What do you do?' } })])).toEqual([['same_question', 'en', 'q/items/i1/question', 'q/items/i0/question']]);
  });

  it('takes two situations with one question for two questions', () => {
    const scenes = ['It rains.', 'It is dark.'].map((en, at) => item(at, at, EVEN, { type: 'scenario', situation: { en, km: `${en} ភ្លៀង` }, question: ASKED[2] as Words }));
    expect(told(scenes)).toEqual([]);
    expect(told(scenes.map((scene) => ({ ...scene, situation: { en: 'It rains.', km: 'ភ្លៀង' } }))).map(([code, lang]) => [code, lang])).toEqual([['same_question', 'en'], ['same_question', 'km']]);
  });

  it('names every text that a language is without, by its place', () => {
    const half = item(0, 0, [{ en: 'Yes', km: '' }, { en: 'No', km: 'ទេ' }], { question: { en: 'Shall we?' } });
    expect(told([half])).toEqual([
      ['language_missing', 'km', 'q/items/i0/question'],
      ['language_missing', 'km', 'q/items/i0/options/a/text'],
    ]);
    const english = { ...item(0, 0), question: { en: 'Shall we?' }, options: [{ id: 'a', right: true, text: { en: 'Yes' }, feedback: { en: 'Good' } }] };
    expect(told([english])).toEqual([]);
    expect(told([english], ['km', 'en']).map(([, , where]) => where)).toEqual(['q/items/i0/question', 'q/items/i0/options/a/text', 'q/items/i0/options/a/feedback']);
    expect(told([item(0, 0, EVEN, { type: 'matching' })]).filter(([, lang]) => lang === 'en').map(([, , where]) => where)).toEqual(['a', 'b', 'c'].map((id) => `q/items/i0/options/${id}/match`));
  });
});
