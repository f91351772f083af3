import { expect, test } from '@jest/globals';
import { applyEdits } from '@seek-justice/domain/curriculum/authoring/apply.ts';
import { documentLeaf } from '@seek-justice/domain/curriculum/authoring/documents-of.ts';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { sameThings } from '../src/features/authoring/same-things.ts';
import { seenLeaf } from '../src/features/authoring/seen-leaf.ts';

const LANGUAGES = ['km', 'en'];
const lesson: Document<'lesson'> = {
  id: 'k7f2qd',
  kind: 'lesson',
  body: {
    source: 'km',
    title: { km: 'សញ្ញាព្រមាន', en: 'Warning signs' },
    minutes: 10,
    blocks: [
      { id: 'b00001', type: 'text', text: { km: 'សូមស្តាប់ដោយចិត្តអត់ធ្មត់។', en: 'Listen with patience.' } },
      { id: 'b00002', type: 'text', text: { km: 'សូមហៅទៅលេខជំនួយ។', en: 'Call a help number.' }, notes: { km: 'សម្រាប់អ្នកដឹកនាំ' } },
    ],
  },
  bases: { 'blocks/b00001/text': { en: { from: 'km', text: 'សូមស្តាប់ដោយចិត្តអត់ធ្មត់។' } }, 'blocks/b00002/text': { en: { from: 'km', text: 'សូមហៅទៅលេខជំនួយ។' } } },
};
const copy = (): Document<'lesson'> => structuredClone(lesson);
const typed = applyEdits(lesson, [{ op: 'set', path: ['blocks', 'b00002', 'text'], lang: 'km', was: 'សូមហៅទៅលេខជំនួយ។', value: 'សូមហៅភ្លាម។' }], LANGUAGES).document as Document<'lesson'>;

test('an answer that brings nothing new is the very document', () => {
  expect(sameThings(lesson, copy())).toBe(lesson);
});

test('of a letter typed in one block the others, the bases and the title stay the very objects', () => {
  const next = sameThings(lesson, structuredClone(typed)) as Document<'lesson'>;
  expect(next).not.toBe(lesson);
  expect(next.body.blocks[1]).toMatchObject({ text: { km: 'សូមហៅភ្លាម។' } });
  expect(next.body.blocks[0]).toBe(lesson.body.blocks[0]);
  expect(next.body.title).toBe(lesson.body.title);
  expect(next.bases).toBe(lesson.bases);
});

test('what is taken away, put elsewhere or newly compared is not the same', () => {
  const fewer = copy();
  fewer.body.blocks.pop();
  expect((sameThings(lesson, fewer) as Document<'lesson'>).body.blocks).toEqual([lesson.body.blocks[0]]);
  const turned = copy();
  turned.body.blocks.reverse();
  expect((sameThings(lesson, turned) as Document<'lesson'>).body.blocks.map(({ id }) => id)).toEqual(['b00002', 'b00001']);
  const compared = copy();
  delete compared.bases['blocks/b00001/text'];
  const next = sameThings(lesson, compared);
  expect(Object.keys(next.bases)).toEqual(['blocks/b00002/text']);
  expect(next.bases['blocks/b00002/text']).toBe(lesson.bases['blocks/b00002/text']);
  const untitled = copy();
  delete untitled.body.title.en;
  expect((sameThings(lesson, untitled) as Document<'lesson'>).body.title).toEqual({ km: 'សញ្ញាព្រមាន' });
});

test.each(LANGUAGES)('what is seen of a lesson in %s is what would be published of it', (lang) => {
  expect(seenLeaf(lesson, lang)).toEqual(documentLeaf(lesson, lang));
  expect(seenLeaf(typed, lang)).toEqual(documentLeaf(typed, lang));
});

test('a block that nobody touched is seen as the very object of the time before', () => {
  const before = seenLeaf(lesson, 'km');
  const after = seenLeaf(sameThings(lesson, typed), 'km');
  if (before?.kind !== 'lesson' || after?.kind !== 'lesson') throw new Error('a lesson is seen as one');
  expect(after.blocks[0]).toBe(before.blocks[0]);
  expect(after.blocks[1]).not.toBe(before.blocks[1]);
});
