import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../src/curriculum/authoring/apply.ts';
import type { Document, LessonBody } from '../src/curriculum/authoring/document.ts';
import type { Edit } from '../src/curriculum/authoring/edit.ts';
import { inverseOf } from '../src/curriculum/authoring/inverse.ts';
import { agreeing, textStates } from '../src/curriculum/authoring/translation.ts';
import { LANGUAGES } from '../src/testing/course.ts';
import { frozen } from '../src/testing/frozen.ts';
import { checkLaw } from '../src/testing/seeds.ts';

const lesson = (): Document =>
  agreeing(
    {
      id: 'k7f2qd',
      kind: 'lesson',
      body: {
        source: 'en',
        title: { en: 'Signs', km: 'សញ្ញាព្រមាន' },
        minutes: 10,
        blocks: [
          { id: 'b1', type: 'text', text: { en: 'A debt.', km: 'បំណុល។' } },
          { id: 'b2', type: 'signs', heading: { en: 'Look for', km: 'សង្កេតមើល' }, items: [{ id: 'a', text: { en: 'Papers held', km: 'ឯកសារត្រូវគេកាន់' } }, { id: 'b', text: { en: 'A debt', km: 'បំណុល' } }] },
        ],
      },
    },
    LANGUAGES,
  );
/** What is given is never changed, though most of it is shared with what comes back. */
const apply = (document: Document, ...edits: Edit[]) => applyEdits(frozen(document), frozen(edits), LANGUAGES);
const stale = (document: Document): string[] => textStates(document, 'km').filter(({ state }) => state === 'stale').map(({ path }) => path.join('/'));
const block = (document: Document, id: string) => (document.body as LessonBody).blocks.find((one) => one.id === id) as never;
const back = (edit: Edit, before: Document): Edit => {
  const inverse = inverseOf(edit, before);
  if (!inverse) throw new Error('nothing to take back');
  return inverse;
};

describe('taking an edit back (SPEC E9)', () => {
  test('puts a removed block where it stood, with what its translations were made from', () => {
    const before = lesson();
    const removal: Edit = { op: 'remove', path: ['blocks'], id: 'b2', was: block(before, 'b2') };
    const { document, outcomes } = apply(before, removal, back(removal, before));
    expect(outcomes).toEqual([{ result: 'done' }, { result: 'done' }]);
    expect(stale(document)).toEqual([]);
    expect(document).toEqual(before);
  });

  test('keeps a block stale that was stale when it was removed', () => {
    const before = apply(lesson(), { op: 'set', path: ['blocks', 'b1', 'text'], lang: 'en', was: 'A debt.', value: 'A large debt.' }).document;
    const removal: Edit = { op: 'remove', path: ['blocks'], id: 'b1', was: block(before, 'b1') };
    const after = apply(before, removal, back(removal, before)).document;
    expect(stale(after)).toEqual(['blocks/b1/text']);
    expect(after.bases['blocks/b1/text']).toEqual({ km: { from: 'en', text: 'A debt.' } });
  });

  test('writes over nobody: what somebody changed since is told', () => {
    const before = lesson();
    const mine: Edit = { op: 'set', path: ['title'], lang: 'en', was: 'Signs', value: 'Marks' };
    const { outcomes } = apply(before, mine, { ...mine, was: 'Marks', value: 'Theirs' }, back(mine, before));
    expect(outcomes.at(-1)).toEqual({ result: 'conflict', current: 'Theirs' });
  });

  test('of a «still correct» there is none', () => {
    expect(inverseOf({ op: 'confirm', path: ['title'], lang: 'km', from: { from: 'en', text: 'Signs' } }, lesson())).toBeNull();
  });

  test.each<[string, Record<string, Record<string, { from: string; text: string }>>]>([
    ['a language that the site has not', { text: { th: { from: 'en', text: 'A debt.' } } }],
    ['a text made from one', { text: { km: { from: 'th', text: 'A debt.' } } }],
    ['half a character', { text: { km: { from: 'en', text: '\ud800' } } }],
  ])('a block that claims %s is refused', (_name, bases) => {
    expect(apply(lesson(), { op: 'add', path: ['blocks'], thing: { id: 'b9', type: 'story', text: { km: 'រឿង' } }, after: null, bases }).outcomes).toEqual([{ result: 'refused' }]);
  });

  test('a block claims a basis for its own translations alone', () => {
    const bases = { text: { km: { from: 'en', text: 'Old.' }, en: { from: 'en', text: 'Old.' } }, '../title': { km: { from: 'en', text: 'Old.' } } };
    const { document } = apply(lesson(), { op: 'add', path: ['blocks'], thing: { id: 'b9', type: 'story', text: { km: 'រឿង', en: 'New.' } }, after: null, bases });
    expect(document.bases['blocks/b9/text']).toEqual({ km: { from: 'en', text: 'Old.' } });
    expect(Object.keys(document.bases).filter((key) => key.includes('..'))).toEqual([]);
  });
});

const words = fc.constantFrom('បំណុល', 'សញ្ញា', 'a debt', 'Cafe\u0301');
const anEdit = fc.oneof(
  fc.record({ do: fc.constant('write' as const), path: fc.constantFrom('title', 'blocks/b1/text', 'blocks/b2/items/a/text', 'blocks/b1/notes'), lang: fc.constantFrom('en', 'km'), value: fc.option(words) }),
  fc.record({ do: fc.constant('move' as const), id: fc.constantFrom('b1', 'b2', 'b3'), after: fc.constantFrom(null, 'b1', 'b2') }),
  fc.record({ do: fc.constant('remove' as const), id: fc.constantFrom('b1', 'b2', 'b3') }),
  fc.record({ do: fc.constant('add' as const), after: fc.constantFrom(null, 'b1', 'b2') }),
  fc.record({ do: fc.constant('tag' as const), tags: fc.subarray(['law', 'safety']) }),
);

test('law: edits taken back from the last to the first leave what was there, bases and all (SPEC E9)', async () => {
  await checkLaw(
    'authoring-inverse',
    fc.property(fc.array(anEdit, { maxLength: 12 }), (wanted) => {
      const start = lesson();
      let document = start;
      const inverses: Edit[] = [];
      for (const one of wanted) {
        const blocks = (document.body as LessonBody).blocks;
        const at = (path: string): any => path.split('/').reduce<any>((value, key) => (Array.isArray(value) ? value.find(({ id }) => id === key) : value?.[key]), document.body);
        const edit: Edit =
          one.do === 'write'
            ? { op: 'set', path: one.path.split('/'), lang: one.lang, was: at(one.path)?.[one.lang] ?? null, value: one.value, ...(one.lang === 'km' ? { from: { from: 'en', text: at(one.path)?.en ?? '' } } : {}) }
            : one.do === 'move'
              ? { op: 'move', path: ['blocks'], id: one.id, after: one.after === one.id ? null : one.after }
              : one.do === 'remove'
                ? { op: 'remove', path: ['blocks'], id: one.id, was: (blocks.find(({ id }) => id === one.id) ?? null) as never }
                : one.do === 'add'
                  ? { op: 'add', path: ['blocks'], thing: { id: 'b3', type: 'story', text: { km: 'រឿងមួយ' } }, after: one.after }
                  : { op: 'set', path: ['blocks', 'b1', 'tags'], was: at('blocks/b1/tags') ?? null, value: one.tags };
        const inverse = inverseOf(edit, document);
        const next = apply(document, edit);
        if (next.outcomes[0]?.result !== 'done') continue;
        document = next.document;
        if (inverse) inverses.unshift(inverse);
      }
      const { document: end, outcomes } = apply(document, ...inverses);
      expect(outcomes.every(({ result }) => result === 'done')).toBe(true);
      expect(end).toEqual(start);
    }),
    { numRuns: 400 },
  );
});
