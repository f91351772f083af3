import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addRecord, emptyState, mergeStates, type Stamp, type State } from '../src/records/state.ts';
import { checkLaw } from '../src/testing/seeds.ts';

interface Arriving {
  record: Parameters<typeof addRecord>[1];
  stamp: Stamp;
}

const ids = Array.from({ length: 8 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`);
const id = fc.constantFrom(...ids);

/** What the record with one id is: an id names one record with one stamp, for ever. */
const content = fc.oneof(
  fc.record({ type: fc.constant('lesson.finished'), v: fc.constant(1), body: fc.record({ lesson: fc.constantFrom('a', 'b', 'c') }) }),
  fc.record({ type: fc.constant('quiz.submitted'), v: fc.constant(1), body: fc.record({ quiz: fc.constantFrom('q', 'r'), answers: fc.constant({ i: ['a'] }) }) }),
  fc.record({ type: fc.constant('record.voided'), v: fc.constant(1), body: fc.record({ record: id, reason: fc.constantFrom('mistake', 'test') }) }),
  fc.record({ type: fc.constantFrom('song.sung', 'lesson.finished', 'record.voided'), v: fc.constant(2), body: fc.constant({}) }),
);
const stamp = fc.record({ at: fc.constantFrom('2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z'), roles: fc.subarray(['pastor', 'police', 'trainer']) });
const world = fc.tuple(...ids.map((name) => fc.tuple(content, stamp).map(([what, how]) => ({ record: { id: name, ...what }, stamp: how }) as unknown as Arriving)));
const some = (world: readonly Arriving[]) => fc.subarray([...world]);

function fold(arriving: readonly Arriving[], onto: State = emptyState()): State {
  for (const { record, stamp } of arriving) addRecord(onto, record, stamp);
  return onto;
}

describe('the state of a subject (SPEC S1–S4)', () => {
  it('is the same in any order, with repeats, and cut in any way', async () => {
    const ways = world.chain((all) =>
      fc.record({
        all: fc.constant(all),
        shuffled: fc.shuffledSubarray([...all], { minLength: all.length }),
        repeats: fc.array(fc.constantFrom(...all), { maxLength: 6 }),
        cuts: fc.array(fc.nat(all.length), { maxLength: 3 }),
      }),
    );
    await checkLaw(
      'state-order',
      fc.property(ways, ({ all, shuffled, repeats, cuts }) => {
        const once = fold(all);
        const arriving = [...shuffled, ...repeats];
        expect(fold(arriving)).toEqual(once);
        const edges = [0, ...cuts.sort((a, b) => a - b), arriving.length];
        const parts = edges.slice(1).map((edge, index) => fold(arriving.slice(edges[index], edge)));
        expect(parts.reduce(mergeStates, emptyState())).toEqual(once);
        expect(fold(arriving, structuredClone(once))).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it('is a set: merge is union, associative, commutative, idempotent, and empty changes nothing', async () => {
    const three = world.chain((all) => fc.tuple(some(all), some(all), some(all)));
    await checkLaw(
      'state-merge',
      fc.property(three, ([first, second, third]) => {
        const [a, b, c] = [fold(first), fold(second), fold(third)];
        expect(mergeStates(a, b)).toEqual(fold([...first, ...second]));
        expect(mergeStates(mergeStates(a, b), c)).toEqual(mergeStates(a, mergeStates(b, c)));
        expect(mergeStates(a, b)).toEqual(mergeStates(b, a));
        expect(mergeStates(a, a)).toEqual(a);
        expect(mergeStates(a, emptyState())).toEqual(a);
        expect(mergeStates(emptyState(), a)).toEqual(a);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves what was merged alone, then and when records are added to the union', async () => {
    const cases = world.chain((all) => fc.tuple(some(all), some(all), some(all)));
    await checkLaw(
      'state-merge',
      fc.property(cases, ([first, second, later]) => {
        const [a, b] = [fold(first), fold(second)];
        const before = structuredClone([a, b]);
        fold(later, mergeStates(a, b));
        expect([a, b]).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  const at = '2026-11-22T01:02:03.004Z';
  const [lesson, attempt, voiding, second] = ids as [string, string, string, string];

  it('holds exactly what happened and what was ended, worked out by hand', () => {
    const state = emptyState();
    addRecord(state, { id: voiding, type: 'record.voided', v: 1, body: { record: lesson, reason: 'mistake' } }, { at, roles: [] });
    // The ending came first, and stands without what it ends.
    expect(state).toEqual({ evidence: {}, endings: { [lesson]: { [voiding]: { reason: 'mistake', at } } } });
    addRecord(state, { id: lesson, type: 'lesson.finished', v: 1, body: { lesson: 'k7f2qd', snapshot: 'x', lang: 'km', mode: 'read' } }, { at, roles: ['police', 'pastor'] });
    addRecord(state, { id: attempt, type: 'quiz.submitted', v: 1, body: { quiz: 'q8x3mt', snapshot: 'f00', lang: 'en', answers: { q1: ['b', 'a'] } } }, { at, roles: [] });
    addRecord(state, { id: second, type: 'record.voided', v: 1, body: { record: lesson, reason: 'test' } }, { at, roles: [] });
    expect(state).toEqual({
      evidence: {
        [lesson]: { kind: 'lesson', lesson: 'k7f2qd', at, roles: ['pastor', 'police'] },
        [attempt]: { kind: 'quiz', quiz: 'q8x3mt', snapshot: 'f00', answers: { q1: ['b', 'a'] }, at, roles: [] },
      },
      endings: { [lesson]: { [voiding]: { reason: 'mistake', at }, [second]: { reason: 'test', at } } },
    });
  });

  it('is not touched by types and versions that are not known (SPEC S5)', () => {
    const state = emptyState();
    addRecord(state, { id: lesson, type: 'song.sung', v: 1, body: { verses: 3 } }, { at, roles: [] });
    addRecord(state, { id: lesson, type: 'lesson.finished', v: 2, body: { lesson: 'k7f2qd' } }, { at, roles: [] });
    expect(state).toEqual(emptyState());
  });

  it('takes the owner’s stamp over a phone’s guess when the owner’s state is merged second (SPEC S3)', () => {
    const record = { id: lesson, type: 'lesson.finished', v: 1, body: { lesson: 'a' } };
    const guess = fold([{ record, stamp: { at: '2026-11-20T00:00:00.000Z', roles: [] } }]);
    const owner = fold([{ record, stamp: { at, roles: ['pastor'] } }]);
    expect(mergeStates(guess, owner)).toEqual(owner);
  });

  it('does nothing with the ending of an ending (SPEC S4)', () => {
    const end = (id: string, record: string): Arriving => ({ record: { id, type: 'record.voided', v: 1, body: { record, reason: 'mistake' } }, stamp: { at, roles: [] } });
    const state = fold([end(voiding, lesson), end(second, voiding)]);
    expect(Object.keys(state.endings)).toEqual([lesson, voiding]);
    expect(state.endings[lesson]).toEqual({ [voiding]: { reason: 'mistake', at } });
  });

  it('keeps the order of roles out of it, and the stamp’s own list as it was', () => {
    const roles = ['trainer', 'pastor'];
    const state = emptyState();
    addRecord(state, { id: lesson, type: 'lesson.finished', v: 1, body: { lesson: 'a' } }, { at, roles });
    expect(state.evidence[lesson]?.roles).toEqual(['pastor', 'trainer']);
    expect(roles).toEqual(['trainer', 'pastor']);
  });
});
