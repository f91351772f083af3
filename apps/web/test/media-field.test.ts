import { beforeEach, describe, expect, test } from '@jest/globals';
import { applyEdits } from '@seek-justice/domain/curriculum/authoring/apply.ts';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { formOf } from '@seek-justice/domain/curriculum/form.ts';
import type { MediaFile } from '@seek-justice/domain/curriculum/media.ts';
import { slidesOf } from '@seek-justice/domain/curriculum/slides.ts';
import { emptyThing } from '../src/features/authoring/empty-thing.ts';
import { keepFile, keptFiles, dropFile } from '../src/features/authoring/media/kept-files.ts';
import { phoneBytes } from '../src/features/authoring/media/phone-bytes.ts';
import { freshPhone } from './phone.ts';

const hash = (letter: string) => letter.repeat(64);
const picture: MediaFile = {
  hash: hash('a'),
  type: 'image/jpeg',
  bytes: 180_000,
  width: 1280,
  height: 960,
  sources: [
    { hash: hash('b'), type: 'image/avif', bytes: 20_000, width: 480, height: 360 },
    { hash: hash('c'), type: 'image/avif', bytes: 41_000, width: 800, height: 600 },
    { hash: hash('d'), type: 'image/webp', bytes: 60_000, width: 800, height: 600 },
    { hash: hash('e'), type: 'image/avif', bytes: 90_000, width: 1280, height: 960 },
  ],
};

describe('what a phone loads of a picture', () => {
  test('is the smallest of the newest format that fills its width', () => expect(phoneBytes(picture)).toBe(41_000));
  test('is the largest where none does', () => expect(phoneBytes({ ...picture, sources: picture.sources?.slice(0, 1) ?? [] })).toBe(20_000));
  test('is the picture itself where there is no other', () => expect(phoneBytes({ ...picture, sources: [] })).toBe(180_000));
});

describe('a new picture', () => {
  const block = emptyThing(formOf('image') ?? [], 'image');
  const lesson: Document = { id: 'a1b2c3', kind: 'lesson', body: { source: 'km', title: { km: 'រូប' }, minutes: 5, blocks: [] }, bases: {} };
  const added = applyEdits(lesson, [{ op: 'add', path: ['blocks'], thing: block, after: null }], ['km', 'en']);

  test('stands in a lesson without its file and without an answer about the people in it', () => {
    expect(added.outcomes).toEqual([{ result: 'done' }]);
    expect(block).not.toHaveProperty('consent');
    expect(slidesOf({ id: 'a1b2c3', draft: [], ...(added.document as Document<'lesson'>).body }).map(({ type }) => type)).toEqual(['title', 'image']);
  });

  test('takes an answer, and gives it back when another picture comes', () => {
    const path = ['blocks', block.id, 'consent'];
    const { document, outcomes } = applyEdits(added.document, [{ op: 'set', path, was: null, value: 'recorded' }, { op: 'set', path, was: 'recorded', value: null }], ['km', 'en']);
    expect(outcomes).toEqual([{ result: 'done' }, { result: 'done' }]);
    expect((document as Document<'lesson'>).body.blocks[0]).not.toHaveProperty('consent');
  });
});

describe('a file on this computer', () => {
  beforeEach(() => freshPhone());
  const file = { person: 'p', of: 'k7f2qd', at: 'blocks/b1/media', use: 'image' as const, file: new Blob(['x']), since: 1_000 };

  test('is there for whoever chose it, in its document, until it is let go', async () => {
    expect(await keepFile(file)).toBe(true);
    expect((await keptFiles('p', 'k7f2qd', 2_000)).map(({ at }) => at)).toEqual(['blocks/b1/media']);
    expect(await keptFiles('another', 'k7f2qd', 2_000)).toEqual([]);
    expect(await keptFiles('p', 'other1', 2_000)).toEqual([]);
    await dropFile(file);
    expect(await keptFiles('p', 'k7f2qd', 2_000)).toEqual([]);
  });

  test('is forgotten after two months', async () => {
    await keepFile(file);
    expect(await keptFiles('p', 'k7f2qd', 1_000 + 61 * 86_400_000)).toEqual([]);
    expect(await keptFiles('p', 'k7f2qd', 2_000)).toEqual([]);
  });
});
