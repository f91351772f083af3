import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isArranged, type ItemType } from '../src/assessment/item.ts';
import { isRight, type Key, score } from '../src/assessment/score.ts';
import { shuffled } from '../src/assessment/shuffle.ts';
import type { ItemDraft } from '../src/curriculum/draft.ts';
import type { QuizLeaf } from '../src/curriculum/leaf.ts';
import { partsOf } from '../src/curriculum/narration.ts';
import { publish } from '../src/curriculum/publish.ts';
import { curriculumSchemas } from '../src/curriculum/schema.ts';
import { quizSubmittedV1 } from '../src/records/types/quiz-submitted/schema.ts';
import { LANGUAGES, sha256, smallCourse, SOURCES } from '../src/testing/course.ts';
import { checkLaw } from '../src/testing/seeds.ts';

const IDS = ['a', 'b', 'c', 'd'];
const item = (type: ItemType) => ({ id: 'i', type, options: IDS.map((id) => ({ id, right: true })) });

describe('an arranged item (SPEC A5, A6)', () => {
  it.each([
    [['a', 'b', 'c', 'd'], true],
    [['b', 'a', 'c', 'd'], false],
    [['a', 'b', 'c'], false],
    [['a', 'b', 'c', 'd', 'a'], false],
    [['a', 'b', 'c', 'z'], false],
    [['a', 'a', 'c', 'd'], false],
    [[], false],
  ])('%j: %s', (chosen, right) => {
    expect(isRight(item('ordering'), chosen)).toBe(right);
    expect(isRight(item('matching'), chosen)).toBe(right);
  });

  it('is one of pairs or steps; an item without a type is none, so that old keys score as before', () => {
    expect((['single', 'multiple', 'truefalse', 'scenario', 'matching', 'ordering', 'written'] as const).filter((type) => isArranged({ type }))).toEqual(['matching', 'ordering']);
    expect(isRight({ options: item('ordering').options }, ['d', 'c', 'b', 'a'])).toBe(true);
  });

  it('counts once, beside others', () => {
    const key: Key = { passMark: 80, items: [{ id: 'one', options: [{ id: 'a', right: true }, { id: 'b', right: false }] }, { ...item('ordering'), id: 'two' }, { ...item('matching'), id: 'three' }] };
    expect(score(key, { one: ['a'], two: IDS, three: ['a', 'c', 'b', 'd'] })).toEqual({ right: 2, of: 3, percent: 66, passed: false });
  });

  it('has answers that a record may hold', () => {
    const body = { quiz: 'q1', snapshot: 'f'.repeat(64), lang: 'km', answers: { two: IDS, three: ['a', 'c', 'b', 'd'] } };
    expect(quizSubmittedV1.safeParse(body).success).toBe(true);
  });
});

describe('the order in which options are shown (SPEC A7)', () => {
  it('is the same everywhere: worked out once, by another implementation', () => {
    expect(shuffled('steps', IDS)).toEqual(['c', 'd', 'a', 'b']);
    expect(shuffled('who', IDS)).toEqual(['a', 'd', 'c', 'b']);
  });

  it('holds everything once, is never the order that is right, and comes from the id alone', async () => {
    await checkLaw(
      'shuffle',
      fc.property(fc.stringMatching(/^[a-z0-9]{1,12}$/), fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,12}$/), { minLength: 2, maxLength: 6 }), (id, things) => {
        const shown = shuffled(id, things);
        expect([...shown].sort()).toEqual([...things].sort());
        expect(shown).not.toEqual(things);
        expect(shuffled(id, [...things])).toEqual(shown);
        expect(shuffled(id, things.map((thing) => ({ thing }))).map(({ thing }) => thing)).toEqual(shown);
      }),
      { numRuns: 300 },
    );
  });
});

const text = (en: string) => ({ en, km: `ខ្មែរ ${en}` });
const steps = (...more: object[]) => ['a', 'b', 'c'].map((id, at) => ({ id, right: true, text: text(`Step ${id}`), feedback: text(`Why ${id}`), ...more[at] }));
const PAIRS = steps({ match: text('one') }, { match: text('two') }, { match: text('three') }) as ItemDraft['options'];

function leafOf(items: ItemDraft[]): QuizLeaf {
  const course = smallCourse();
  (course.modules[0] as (typeof course.modules)[number]).quiz.items = items;
  const { manifest, nodes } = publish(course, LANGUAGES, SOURCES, sha256);
  return JSON.parse(nodes.get(manifest.modules[0]?.quiz.leaves.en?.hash ?? '') ?? '') as QuizLeaf;
}

describe('new items in a leaf', () => {
  const leaf = leafOf([
    { id: 'm', type: 'matching', question: text('Which?'), options: PAIRS },
    { id: 's', type: 'scenario', situation: text('It rains.'), question: text('And now?'), options: steps() },
  ]);

  it('keep what belongs together, and their situation', () => {
    expect(leaf.items[0]?.options[1]).toEqual({ id: 'b', right: true, text: 'Step b', match: 'two', feedback: 'Why b' });
    expect(leaf.items[1]).toMatchObject({ situation: 'It rains.', question: 'And now?' });
  });

  it('are read aloud part by part: a situation with its question, each half of a pair (SPEC N1)', () => {
    const parts = partsOf(leaf);
    expect(parts.filter(({ key }) => key.startsWith('m.b'))).toEqual([
      { key: 'm.b', text: 'Step b', aside: false },
      { key: 'm.b:match', text: 'two', aside: false },
      { key: 'm.b:why', text: 'Why b', aside: true },
    ]);
    expect(parts.find(({ key }) => key === 's')?.text).toBe('It rains. And now?');
  });
});

describe('an old quiz', () => {
  it('has the hash that it had before there were other items (SPEC C2)', () => {
    const { manifest } = publish(smallCourse(), LANGUAGES, SOURCES, sha256);
    expect(manifest.modules[0]?.quiz.leaves.km?.hash).toBe('d65f61633b63867be27fe0eb533cd002177a9cae222f4122762a72cadaea426f');
  });
});

describe('the files of a quiz', () => {
  const { quiz } = curriculumSchemas(LANGUAGES);
  const read = (item: object) => quiz.safeParse({ id: 'qqqqqq', passMark: 80, items: [{ id: 'i', question: text('Which?'), ...item }] });
  const bare = (option: object) => Object.fromEntries(Object.entries(option).filter(([key]) => key !== 'right'));

  it('need no mark for what is right where every option is', () => {
    const { data } = read({ type: 'ordering', options: steps().map(bare) });
    expect(data?.items[0]?.options.map(({ right }) => right)).toEqual([true, true, true]);
  });

  it.each([
    ['pairs', true, { type: 'matching', options: PAIRS.map(bare) }],
    ['a pair with one half', false, { type: 'matching', options: steps() }],
    ['a step with a match', false, { type: 'ordering', options: PAIRS }],
    ['two steps', false, { type: 'ordering', options: steps().slice(1) }],
    ['a wrong step', false, { type: 'ordering', options: steps({ right: false }) }],
    ['a situation', true, { type: 'scenario', situation: text('It rains.'), options: steps() }],
    ['a scenario without one', false, { type: 'scenario', options: steps() }],
    ['a situation of nothing', false, { type: 'single', situation: text('It rains.'), options: steps() }],
  ])('%s: %s', (_name, fits, item) => {
    expect(read(item).success).toBe(fits);
  });
});
