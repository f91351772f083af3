import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../src/curriculum/authoring/apply.ts';
import type { Document, LessonBody } from '../src/curriculum/authoring/document.ts';
import type { Edit } from '../src/curriculum/authoring/edit.ts';
import { competencesOf } from '../src/curriculum/authoring/review.ts';
import { agreeing, SELF, textStates } from '../src/curriculum/authoring/translation.ts';
import { LANGUAGES } from '../src/testing/course.ts';
import { frozen } from '../src/testing/frozen.ts';
import { checkLaw } from '../src/testing/seeds.ts';

const EN = 'A job far away or abroad.';
const KM = 'ការងារនៅឆ្ងាយ ឬក្រៅប្រទេស។';

/** A lesson with two blocks, English first, Khmer made from it. */
function lesson(): Document<'lesson'> {
  return agreeing(
    {
      id: 'k7f2qd',
      kind: 'lesson',
      body: {
        source: 'en',
        title: { en: 'Signs', km: 'សញ្ញាព្រមាន' },
        minutes: 10,
        blocks: [
          { id: 'b1', type: 'text', text: { en: EN, km: KM } },
          { id: 'b2', type: 'signs', heading: { en: 'Look for', km: 'សង្កេតមើល' }, items: [{ id: 'a', text: { en: 'Papers held', km: 'ឯកសារត្រូវគេកាន់' } }, { id: 'b', text: { en: 'A debt', km: 'បំណុល' } }] },
        ],
      },
    },
    LANGUAGES,
  ) as Document<'lesson'>;
}

const apply = (document: Document, ...edits: Edit[]) => applyEdits(frozen(document), edits, LANGUAGES);
const body = (document: Document): LessonBody => document.body as LessonBody;
const set = (path: string, lang: string, was: string | null, value: string | null, from?: string): Edit => ({ op: 'set', path: path.split('/'), lang, was, value, ...(from ? { from: { from: 'en', text: from } } : {}) });
const stale = (document: Document): string[] => textStates(document, 'km').filter(({ state }) => state === 'stale').map(({ path }) => path.join('/'));

describe('an edit (SPEC E1, E2, E4)', () => {
  test('of what the author saw is made; made again it is done', () => {
    const once = apply(lesson(), set('blocks/b1/text', 'en', EN, 'A job far away.'));
    expect(once.outcomes).toEqual([{ result: 'done' }]);
    const twice = apply(once.document, set('blocks/b1/text', 'en', EN, 'A job far away.'));
    expect(twice).toEqual({ document: once.document, outcomes: [{ result: 'done' }] });
  });

  test('of what somebody else has changed meanwhile changes nothing and says what stands there; its neighbours are made', () => {
    const other = apply(lesson(), set('blocks/b1/text', 'en', EN, 'Theirs.')).document;
    const { document, outcomes } = apply(other, set('blocks/b1/text', 'en', EN, 'Mine.'), set('title', 'en', 'Signs', 'Warning signs'));
    expect(outcomes).toEqual([{ result: 'conflict', current: 'Theirs.' }, { result: 'done' }]);
    expect(body(document).title.en).toBe('Warning signs');
  });

  test('in one language leaves the other alone, so that two people do not meet', () => {
    const { document, outcomes } = apply(lesson(), set('blocks/b1/text', 'en', EN, 'A job.'), set('blocks/b1/text', 'km', KM, 'ការងារ។', EN));
    expect(outcomes).toEqual([{ result: 'done' }, { result: 'done' }]);
    expect(body(document).blocks[0]).toMatchObject({ text: { en: 'A job.', km: 'ការងារ។' } });
  });

  test('keeps a typed break of the line and nothing but NFC of what is typed', () => {
    const typed = 'ការ\u200bជួញដូរ\u200bមនុស្ស';
    expect(body(apply(lesson(), set('title', 'km', 'សញ្ញាព្រមាន', typed)).document).title.km).toBe(typed);
    expect(body(apply(lesson(), set('title', 'en', 'Signs', 'Cafe\u0301')).document).title.en).toBe('Caf\u00e9');
  });

  test('of a block that was taken away is told', () => {
    const [block] = lesson().body.blocks;
    const { document } = apply(lesson(), { op: 'remove', path: ['blocks'], id: 'b1', was: block as never });
    expect(body(document).blocks.map(({ id }) => id)).toEqual(['b2']);
    expect(apply(document, set('blocks/b1/text', 'en', EN, 'Mine.')).outcomes).toEqual([{ result: 'gone' }]);
  });

  test('takes no block away that changed since it was seen', () => {
    const [block] = lesson().body.blocks;
    const { document } = apply(lesson(), set('blocks/b1/text', 'km', KM, 'ថ្មី។', EN));
    const { outcomes } = apply(document, { op: 'remove', path: ['blocks'], id: 'b1', was: block as never });
    expect(outcomes).toMatchObject([{ result: 'conflict', current: { id: 'b1', text: { km: 'ថ្មី។' } } }]);
  });

  test.each<[string, Edit]>([
    ['a field that the form has not', { op: 'set', path: ['blocks', 'b1', 'colour'], was: null, value: 'red' }],
    ['a language that the site has not', set('title', 'th', null, 'สัญญาณ')],
    ['half a character', set('title', 'en', 'Signs', '\ud800')],
    ['a number beyond its bounds', { op: 'set', path: ['minutes'], was: 10, value: 61 }],
    ['a block of an unknown type', { op: 'add', path: ['blocks'], thing: { id: 'b9', type: 'hologram' }, after: null }],
    ['a block with a field of another', { op: 'add', path: ['blocks'], thing: { id: 'b9', type: 'story', minutes: 3 }, after: null }],
    ['an id that could be a path', { op: 'add', path: ['blocks'], thing: { id: '../b9', type: 'story' }, after: null }],
    ['the prototype', { op: 'set', path: ['__proto__'], was: null, value: 'x' }],
    ['a tag that nobody can sign off', { op: 'set', path: ['blocks', 'b1', 'tags'], was: null, value: ['taste'] }],
  ])('of %s is refused', (_name, edit) => {
    expect(apply(lesson(), edit)).toEqual({ document: lesson(), outcomes: [{ result: 'refused' }] });
  });

  test('adds after a block, moves to the front, and adds an id once', () => {
    const add: Edit = { op: 'add', path: ['blocks'], thing: { id: 'b3', type: 'story', text: { km: 'រឿងមួយ' } }, after: 'b1' };
    const { document } = apply(lesson(), add, { op: 'move', path: ['blocks'], id: 'b2', after: null }, add);
    expect(body(document).blocks.map(({ id }) => id)).toEqual(['b2', 'b1', 'b3']);
  });
});

describe('a translation (SPEC E5, E6)', () => {
  test('of one changed sentence alone is stale, and keeps what it was made from', () => {
    const { document } = apply(lesson(), set('blocks/b2/items/a/text', 'en', 'Papers held', 'Papers held by someone else'));
    expect(stale(document)).toEqual(['blocks/b2/items/a/text']);
    expect(document.bases['blocks/b2/items/a/text']).toEqual({ km: { from: 'en', text: 'Papers held' } });
  });

  test('is not made old by marks that no reader sees', () => {
    expect(stale(apply(lesson(), set('blocks/b1/text', 'en', EN, `**A job** far\u200b away  or abroad.`)).document)).toEqual([]);
  });

  test('is current again when the source is what it was', () => {
    expect(stale(apply(lesson(), set('title', 'en', 'Signs', 'Marks'), set('title', 'en', 'Marks', 'Signs')).document)).toEqual([]);
  });

  test('stays stale when a slip in it is mended, until somebody says that it is still correct', () => {
    const { document } = apply(lesson(), set('title', 'en', 'Signs', 'Warning signs'), set('title', 'km', 'សញ្ញាព្រមាន', 'សញ្ញា', 'Warning signs'));
    expect(stale(document)).toEqual(['title']);
    expect(stale(apply(document, { op: 'confirm', path: ['title'], lang: 'km', from: { from: 'en', text: 'Warning signs' } }).document)).toEqual([]);
  });

  test('is not called correct beside a source that changed meanwhile', () => {
    const { document } = apply(lesson(), set('title', 'en', 'Signs', 'Marks'), set('title', 'en', 'Marks', 'Warning signs'));
    const { outcomes } = apply(document, { op: 'confirm', path: ['title'], lang: 'km', from: { from: 'en', text: 'Marks' } });
    expect(outcomes).toEqual([{ result: 'conflict', current: 'Warning signs' }]);
  });

  test('that was written beside an older source is stale from its first letter', () => {
    const empty = apply(lesson(), set('title', 'km', 'សញ្ញាព្រមាន', null), set('title', 'en', 'Signs', 'Warning signs')).document;
    expect(stale(apply(empty, set('title', 'km', null, 'សញ្ញា', 'Signs')).document)).toEqual(['title']);
    expect(stale(apply(empty, set('title', 'km', null, 'សញ្ញា', 'Warning signs')).document)).toEqual([]);
  });

  test('of a document that was begun in the other language, once it was turned around before its first word (SPEC E6, E7)', () => {
    const empty: Document<'lesson'> = { id: 'k7f2qd', kind: 'lesson', body: { source: 'km', title: {}, minutes: 10, blocks: [] }, bases: {} };
    const turn: Edit = { op: 'set', path: ['source'], was: 'km', value: 'en' };
    const asks = (document: Document) => competencesOf(document, SELF, LANGUAGES);
    expect(asks(apply(empty, turn, set('title', 'en', null, 'Signs')).document)).toEqual(['lang:km']);
    // Turned around later, nothing of what was written becomes confirmed.
    expect(asks(apply(empty, set('title', 'km', null, 'សញ្ញា'), turn).document)).toEqual(['lang:en']);
  });

  test('becomes the source: what agreed still agrees, what was stale has to be compared', () => {
    const { document } = apply(lesson(), set('title', 'en', 'Signs', 'Marks'), { op: 'set', path: ['source'], was: 'en', value: 'km' });
    const states = textStates(document, 'en').filter(({ state }) => state === 'stale' || state === 'current');
    expect(states.map(({ path, state }) => `${path.join('/')} ${state}`)).toEqual([
      'title stale',
      'blocks/b1/text current',
      'blocks/b2/heading current',
      'blocks/b2/items/a/text current',
      'blocks/b2/items/b/text current',
    ]);
  });
});

const PATHS = ['title', 'blocks/b1/text', 'blocks/b2/heading', 'blocks/b2/items/a/text'];
const someEdit = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...PATHS), fc.constantFrom('en', 'km'), fc.constantFrom('មួយ', 'ពីរ', 'one', 'two')).map(([path, lang, value]) => ({ path, lang, value })) },
);

test('an edit of one block leaves the others the very same objects', () => {
  const before = lesson();
  const { document } = apply(before, set('blocks/b1/text', 'en', EN, 'Another.'));
  const [one, other] = (document.body as LessonBody).blocks;
  expect(one).not.toBe(before.body.blocks[0]);
  expect(other).toBe(before.body.blocks[1]);
});

describe('laws of edits (SPEC E3)', () => {
  test('whoever edits different fields loses nothing, in whichever order the saves arrive and however often', async () => {
    await checkLaw(
      'authoring-merge',
      fc.property(fc.uniqueArray(someEdit, { selector: ({ path, lang }) => `${path} ${lang}`, maxLength: 8 }), fc.infiniteStream(fc.nat()), (wanted, chance) => {
        const start = lesson();
        const edits = wanted.map(({ path, lang, value }) => {
          const found = path.split('/').reduce<any>((at, key) => (Array.isArray(at) ? at.find((one) => one.id === key) : at[key]), start.body);
          return set(path, lang, found[lang] ?? null, value);
        });
        const shuffled = edits.map((edit) => ({ edit, at: chance.next().value as number })).sort((a, b) => a.at - b.at).map(({ edit }) => edit);
        const one = apply(start, ...edits);
        const other = apply(apply(start, ...shuffled).document, ...shuffled);
        expect(one.outcomes.every(({ result }) => result === 'done')).toBe(true);
        expect(other.document.body).toEqual(one.document.body);
      }),
      { numRuns: 300 },
    );
  });
});
