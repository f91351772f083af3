import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { picksMany } from '../src/assessment/item.ts';
import { isRight, type Key, score } from '../src/assessment/score.ts';
import { checkLaw } from '../src/testing/seeds.ts';

const item = (id: string, ...right: boolean[]) => ({ id, options: right.map((is, index) => ({ id: 'abcd'[index] as string, right: is })) });
const ten = (passMark: number): Key => ({ passMark, items: Array.from({ length: 10 }, (_, index) => item(`i${index}`, true, false)) });
const firstRight = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`i${index}`, ['a']]));

describe('an item (SPEC A1)', () => {
  const both = item('i', true, false, true).options;

  it.each([
    [['a', 'c'], true],
    [['c', 'a'], true],
    [['a', 'c', 'a'], true],
    [['a'], false],
    [['a', 'b', 'c'], false],
    [['b'], false],
    [[], false],
    [['a', 'c', 'z'], false],
    [['constructor'], false],
  ])('with a and c right, %j: %s', (chosen, right) => {
    expect(isRight({ options: both }, chosen)).toBe(right);
  });

  it('is answered with several options only where it says so', () => {
    expect([picksMany({ type: 'multiple' }), picksMany({ type: 'single' }), picksMany({ type: 'truefalse' })]).toEqual([true, false, false]);
  });
});

describe('a quiz (SPEC A2–A4)', () => {
  it.each([
    [0, { right: 0, of: 10, percent: 0, passed: false }],
    [7, { right: 7, of: 10, percent: 70, passed: false }],
    [8, { right: 8, of: 10, percent: 80, passed: true }],
    [10, { right: 10, of: 10, percent: 100, passed: true }],
  ])('with %i of ten right', (count, mark) => {
    expect(score(ten(80), firstRight(count))).toEqual(mark);
  });

  it('rounds down: 79.9 is not yet 80, 66.6 is 66', () => {
    const many = (of: number): Key => ({ passMark: 80, items: Array.from({ length: of }, (_, index) => item(`i${index}`, true, false)) });
    expect(score(many(100), firstRight(79))).toEqual({ right: 79, of: 100, percent: 79, passed: false });
    expect(score(many(100), firstRight(80))).toEqual({ right: 80, of: 100, percent: 80, passed: true });
    expect(score(many(84), firstRight(67))).toEqual({ right: 67, of: 84, percent: 79, passed: false });
    expect(score(many(3), firstRight(2))).toEqual({ right: 2, of: 3, percent: 66, passed: false });
    expect(score(many(8), firstRight(7))).toEqual({ right: 7, of: 8, percent: 87, passed: true });
  });

  it('asks for its own pass mark', () => {
    expect(score(ten(81), firstRight(8)).passed).toBe(false);
    expect(score(ten(100), firstRight(10)).passed).toBe(true);
    expect(score(ten(1), firstRight(0)).passed).toBe(false);
  });

  it('counts a missing answer as wrong and an answer to no item as nothing', () => {
    expect(score(ten(80), {})).toEqual({ right: 0, of: 10, percent: 0, passed: false });
    expect(score(ten(80), { ...firstRight(8), other: ['a'], constructor: ['a'] })).toEqual({ right: 8, of: 10, percent: 80, passed: true });
    // An item with such a name is not answered by what every object inherits.
    expect(score({ passMark: 80, items: [item('constructor', true, false)] }, {}).right).toBe(0);
  });

  it('without items is passed by nobody', () => {
    expect(score({ passMark: 0, items: [] }, {})).toEqual({ right: 0, of: 0, percent: 0, passed: false });
  });

  const quiz = fc
    .array(fc.array(fc.boolean(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 100 })
    .map((items): Key => ({ passMark: 80, items: items.map((right, index) => item(`i${index}`, ...right)) }));
  const answered = quiz.chain((key) => fc.tuple(fc.constant(key), fc.dictionary(fc.constantFrom(...key.items.map(({ id }) => id)), fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 5 }))));

  it('keeps its laws: bounds, the order of items and choices, repeats, foreign items', async () => {
    await checkLaw(
      'score',
      fc.property(answered, ([key, answers]) => {
        const mark = score(key, answers);
        expect(mark.of).toBe(key.items.length);
        expect(mark.right).toBeGreaterThanOrEqual(0);
        expect(mark.percent * mark.of).toBeLessThanOrEqual(mark.right * 100);
        expect((mark.percent + 1) * mark.of).toBeGreaterThan(mark.right * 100);
        expect(mark.passed).toBe(mark.right * 100 >= 80 * mark.of);
        const turned = Object.fromEntries(Object.entries(answers).reverse().map(([id, chosen]) => [id, [...chosen, ...chosen].reverse()]));
        expect(score({ ...key, items: [...key.items].reverse() }, { ...turned, zz: ['a'] })).toEqual(mark);
      }),
      { numRuns: 200 },
    );
  });

  it('gives every item to whoever chose exactly what is right, and takes one for one slip', async () => {
    await checkLaw(
      'score',
      fc.property(quiz, fc.nat(), (key, which) => {
        const answers = Object.fromEntries(key.items.map(({ id, options }) => [id, options.filter(({ right }) => right).map((option) => option.id)]));
        const all = score(key, answers);
        expect(all).toEqual({ right: key.items.length, of: key.items.length, percent: 100, passed: true });
        const slip = key.items[which % key.items.length] as Key['items'][number];
        const chosen = answers[slip.id] as string[];
        const changed = chosen.includes('a') ? chosen.filter((id) => id !== 'a') : [...chosen, 'a'];
        expect(score(key, { ...answers, [slip.id]: changed }).right).toBe(all.right - 1);
      }),
      { numRuns: 100 },
    );
  });
});
