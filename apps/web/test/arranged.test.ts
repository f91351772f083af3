import { describe, expect, test } from '@jest/globals';
import type { Item } from '@seek-justice/domain/assessment/item.ts';
import { newAttempt } from '../src/features/assessment/attempt.ts';
import { arrange, inTurn, isFull, placesOf, putTo } from '../src/features/assessment/arranged/places.ts';
import { spokenArranged, spokenPlaced } from '../src/features/assessment/arranged/spoken-arranged.ts';
import { spokenResult } from '../src/features/assessment/spoken.ts';

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, right: true, text: `Text ${id}`, match: `Match ${id}`, feedback: `Why ${id}` }));
const pairs: Item = { id: 'who', type: 'matching', question: 'Who?', options };
const steps: Item = { id: 'steps', type: 'ordering', question: 'When?', options };

describe('places', () => {
  test('of steps are filled one after another, and close up when one is taken out', () => {
    expect(inTurn(inTurn([], 'c'), 'a')).toEqual(['c', 'a']);
    expect(inTurn(['c', 'a', 'b'], 'a')).toEqual(['c', 'b']);
  });

  test('of pairs stay where they are; what is put elsewhere leaves its place', () => {
    expect(putTo(['b', '', 'a', ''], 1, 'd')).toEqual(['b', 'd', 'a', '']);
    expect(putTo(['b', 'd', 'a', ''], 3, 'd')).toEqual(['b', '', 'a', 'd']);
    expect(putTo(['b', 'd'], 0, '')).toEqual(['', 'd']);
  });

  test('are full when nothing is missing', () => {
    expect([isFull(['a', 'b', 'c'], steps), isFull(['a', '', 'c', 'd'], pairs), isFull(['d', 'b', 'c', 'a'], steps)]).toEqual([false, false, true]);
  });

  test('that a draft of another version names are forgotten', () => {
    const attempt = arrange(arrange(newAttempt(), steps, ['c', 'z', 'a']), pairs, ['z', 'b']);
    expect(placesOf(attempt, steps)).toEqual(['c', 'a']);
    expect(placesOf(attempt, pairs)).toEqual(['', 'b', '', '']);
  });

  test('that change take the feedback back, and leave what counts', () => {
    const before = { ...newAttempt(), counted: { steps: ['b', 'a', 'c', 'd'] }, shown: { steps: ['b', 'a', 'c', 'd'] } };
    expect(arrange(before, steps, ['a'])).toEqual({ ...before, picked: { steps: ['a'] }, shown: { steps: [] } });
  });
});

describe('by ear', () => {
  // The order on screen: SPEC A7, worked out in the tests of the domain.
  test('steps are read after their letters, as they stand on screen', () => {
    expect(spokenArranged(steps)).toEqual(['steps', '#orderAll', '#answer0', 'steps.c', '#answer1', 'steps.d', '#answer2', 'steps.a', '#answer3', 'steps.b']);
  });

  test('lines are read after their letters, then what may belong to them after its numbers', () => {
    const lines = ['#answer0', 'who.a', '#answer1', 'who.b', '#answer2', 'who.c', '#answer3', 'who.d'];
    const matches = ['#n1', 'who.a:match', '#n2', 'who.d:match', '#n3', 'who.c:match', '#n4', 'who.b:match'];
    expect(spokenArranged(pairs)).toEqual(['who', '#matchAll', ...lines, ...matches]);
  });

  test('every place is told of, then the whole', () => {
    const each = ['steps.a', '#right', 'steps.a:why', 'steps.b', '#notQuite', 'steps.b:why', 'steps.c', '#notQuite', 'steps.c:why', 'steps.d', '#right', 'steps.d:why'];
    expect(spokenPlaced(steps, ['a', 'c', 'b', 'd'])).toEqual([...each, '#tryAgain', '#onward']);
    expect(spokenPlaced(pairs, ['a', 'b', 'c', 'd']).slice(-2)).toEqual(['#allRight', '#onward']);
  });

  test('a result reads both halves of a pair', () => {
    const spoken = spokenResult([pairs], { who: ['b', 'a', 'c', 'd'] }, { right: 0, of: 1, percent: 0, passed: false });
    expect(spoken.slice(3, 8)).toEqual(['who', '#right', 'who.a', 'who.a:match', 'who.a:why']);
  });
});
