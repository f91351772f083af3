import { beforeEach, describe, expect, test } from '@jest/globals';
import { applyEdits } from '@seek-justice/domain/curriculum/authoring/apply.ts';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import { formOf } from '@seek-justice/domain/curriculum/form.ts';
import type { MediaFile } from '@seek-justice/domain/curriculum/media.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import { slidesOf } from '@seek-justice/domain/curriculum/slides.ts';
import { emptyThing } from '../src/features/authoring/empty-thing.ts';
import { keepFile, keptFiles, dropFile } from '../src/features/authoring/media/kept-files.ts';
import { replacing } from '../src/features/authoring/media/replacing.ts';
import { Steps } from '../src/features/authoring/steps.ts';
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

describe('the answer about the people in one picture', () => {
  const path = ['blocks', 'pic1', 'media'];
  const other: MediaFile = { ...picture, hash: hash('9') };
  const lessonWith = (media: MediaFile, consent?: string): Document => ({
    id: 'a1b2c3',
    kind: 'lesson',
    body: { source: 'km', title: { km: 'រូប' }, minutes: 5, blocks: [{ id: 'pic1', type: 'image', media, alt: { km: 'ផ្ទះ' }, ...(consent ? { consent } : {}) }] } as unknown as Document<'lesson'>['body'],
    bases: {},
  });
  const shown = (document: Document) => {
    const { media, consent } = (document as Document<'lesson'>).body.blocks[0] as unknown as { media: MediaFile; consent?: string };
    return [media.hash === picture.hash ? 'P1' : 'P2', consent ?? null];
  };
  const json = (file: MediaFile) => file as unknown as Json;

  /** What stands there after each edit, and after each step back. */
  function stages(before: Document, edits: Edit[]): { there: unknown[]; back: unknown[] } {
    const steps = new Steps();
    let present = before;
    const make = (edit: Edit) => {
      const { document, outcomes } = applyEdits(present, [edit], ['km', 'en']);
      expect(outcomes).toEqual([{ result: 'done' }]);
      present = document as Document;
      return shown(present);
    };
    const there = edits.map((edit) => {
      steps.made(edit, present);
      return make(edit);
    });
    const back: unknown[] = [];
    for (let edit = steps.back(present); edit; edit = steps.back(present)) back.push(make(edit));
    return { there, back };
  }

  test('is not given to the next one, nor by taking that back step by step', () => {
    const edits = replacing(path, { media: json(picture), consent: 'recorded' }, { media: json(other), consent: null });
    expect(stages(lessonWith(picture, 'recorded'), edits)).toEqual({
      there: [['P1', null], ['P2', null]],
      back: [['P1', null], ['P1', 'recorded']],
    });
  });

  test('comes back with the picture alone, whatever was said of the one between', () => {
    const edits = replacing(path, { media: json(other), consent: 'nobody' }, { media: json(picture), consent: 'recorded' });
    expect(stages(lessonWith(other, 'nobody'), edits)).toEqual({
      there: [['P2', null], ['P1', null], ['P1', 'recorded']],
      back: [['P1', null], ['P2', null], ['P2', 'nobody']],
    });
  });

  test('is not touched where there is none', () => {
    expect(replacing(path, { media: null, consent: undefined }, { media: json(picture), consent: null })).toEqual([{ op: 'set', path, was: null, value: json(picture) }]);
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
