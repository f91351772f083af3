import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changesBetween } from '../src/curriculum/authoring/changes.ts';
import type { LessonBody, QuizBody } from '../src/curriculum/authoring/document.ts';
import { canonical, type Json } from '../src/kernel/canonical.ts';

type Blocks = LessonBody['blocks'];
const text = (id: string, km: string, en?: string) => ({ id, type: 'text', text: { km, ...(en === undefined ? {} : { en }) } }) as Blocks[number];
const lesson = (blocks: Blocks, more: Partial<LessonBody> = {}): LessonBody => ({ source: 'km', title: { km: 'សញ្ញាព្រមាន' }, minutes: 10, blocks, ...more });
const A = text('b1', 'សូមស្តាប់។', 'Listen.');
const B = text('b2', 'សូមកុំសួរដេញដោល។', 'Do not question.');
const C = text('b3', 'សូមហៅទៅលេខជំនួយ។', 'Call.');
const between = (before: LessonBody, after: LessonBody) => changesBetween('lesson', before, after);

describe('what is other between two versions', () => {
  test('is a text in the language in which it changed, at its place', () => {
    expect(between(lesson([A, B]), lesson([A, text('b2', 'សូមកុំសួរដេញដោល។', 'Ask little.')]))).toEqual([
      {
        thing: 'b2',
        list: 'blocks',
        type: 'text',
        what: 'changed',
        moved: false,
        place: 2,
        texts: [{ path: ['text'], lang: 'en', before: 'Do not question.', after: 'Ask little.' }],
        fields: [],
      },
    ]);
  });

  test('is told of the document itself first', () => {
    const told = between(lesson([A]), lesson([A], { minutes: 15, title: { km: 'សញ្ញាព្រមាន', en: 'Warning signs' } }));
    expect(told).toMatchObject([{ thing: ':self', list: null, place: null, texts: [{ path: ['title'], lang: 'en', before: '', after: 'Warning signs' }], fields: [{ path: ['minutes'], before: 10, after: 15 }] }]);
  });

  test('says what came, and what went after what it stood behind', () => {
    const D = text('b4', 'សូមអធិស្ឋាន។');
    const told = between(lesson([A, B, C]), lesson([D, A]));
    expect(told.map(({ thing, what, place, moved }) => [thing, what, place, moved])).toEqual([
      ['b4', 'added', 1, false],
      ['b2', 'removed', 2, false],
      ['b3', 'removed', 3, false],
    ]);
    expect(told[0]?.texts).toEqual([{ path: ['text'], lang: 'km', before: '', after: 'សូមអធិស្ឋាន។' }]);
    expect(told[1]?.texts).toEqual([
      { path: ['text'], lang: 'km', before: 'សូមកុំសួរដេញដោល។', after: '' },
      { path: ['text'], lang: 'en', before: 'Do not question.', after: '' },
    ]);
  });

  test('calls moved only the block that was put elsewhere', () => {
    const told = between(lesson([A, B, C]), lesson([C, A, B]));
    expect(told.map(({ thing, moved, place }) => [thing, moved, place])).toEqual([['b3', true, 1]]);
  });

  test('goes into the points of a list and sees their order', () => {
    const signs = (...items: string[]) => ({ id: 'b5', type: 'signs', heading: { km: 'សញ្ញា' }, items: items.map((km, at) => ({ id: `i${km.length}${at}`, text: { km } })) }) as unknown as Blocks[number];
    const [one, two] = [{ id: 'i1', text: { km: 'បំណុល' } }, { id: 'i2', text: { km: 'ឯកសារត្រូវគេយក' } }];
    const list = (...items: object[]) => ({ ...signs(), items }) as Blocks[number];
    expect(between(lesson([list(one, two)]), lesson([list(two, one)]))).toMatchObject([{ thing: 'b5', texts: [], fields: [{ path: ['items'], before: ['i1', 'i2'], after: ['i2', 'i1'] }] }]);
    expect(between(lesson([list(one)]), lesson([list(one, two)]))).toMatchObject([{ thing: 'b5', texts: [{ path: ['items', 'i2', 'text'], lang: 'km', before: '', after: 'ឯកសារត្រូវគេយក' }], fields: [] }]);
  });

  test('is another right answer of a question', () => {
    const quiz = (right: string): QuizBody => ({
      source: 'km',
      passMark: 80,
      items: [{ id: 'q1', type: 'single', question: { km: 'តើធ្វើអ្វីមុនគេ?' }, options: ['o1', 'o2'].map((id) => ({ id, right: id === right, text: { km: id }, feedback: {} })) }] as QuizBody['items'],
    });
    expect(changesBetween('quiz', quiz('o1'), quiz('o2'))).toMatchObject([
      { thing: 'q1', texts: [], fields: [{ path: ['options', 'o1', 'right'], before: true, after: false }, { path: ['options', 'o2', 'right'], before: false, after: true }] },
    ]);
  });

  test('is nothing exactly when the two are the same', () => {
    const blocks = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('b1', 'b2', 'b3', 'b4'), km: fc.constantFrom('ក', 'ខ'), en: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }), tags: fc.option(fc.subarray(['law', 'safety'] as const, { minLength: 1 }), { nil: undefined }) }),
      { selector: ({ id }) => id },
    );
    const made = fc.tuple(blocks, fc.integer({ min: 1, max: 2 })).map(([list, minutes]) => lesson(list.map(({ id, km, en, tags }) => ({ ...text(id, km, en), ...(tags ? { tags } : {}) }) as Blocks[number]), { minutes }));
    fc.assert(
      fc.property(made, made, (before, after) => {
        expect(between(before, after).length === 0).toBe(canonical(before as unknown as Json) === canonical(after as unknown as Json));
      }),
      { numRuns: 500 },
    );
  });

  test('calls as few moved as there can be: all others stand in the order in which they stood', () => {
    const ids = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6'];
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: ids.length }), (order) => {
        const of = (list: readonly string[]) => lesson(list.map((id) => text(id, 'ក')));
        const moved = new Set(between(of(ids), of(order)).map(({ thing }) => thing));
        const rest = order.filter((id) => !moved.has(id));
        expect(rest).toEqual(rest.toSorted());
        // None of them could have stayed besides.
        for (const one of moved) {
          const joined = order.filter((id) => id === one || !moved.has(id));
          expect(joined).not.toEqual(joined.toSorted());
        }
      }),
    );
  });
});
