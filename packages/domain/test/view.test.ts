import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { score } from '../src/assessment/score.ts';
import type { QuizLeaf } from '../src/curriculum/leaf.ts';
import { publish } from '../src/curriculum/publish.ts';
import { addToTally, emptyTally, type MarkOf, tallyOf } from '../src/progress/tally.ts';
import { notCounted, viewCourse, viewTally } from '../src/progress/view.ts';
import type { Evidence, State } from '../src/records/state.ts';
import { LANGUAGES, sha256, smallCourse, SOURCES } from '../src/testing/course.ts';
import { checkLaw } from '../src/testing/seeds.ts';

// m1: lessons l11, l12, quiz q1; m2: lesson l21, quiz q2. Ten items each, `a` is right, pass mark 80.
const snapshot = publish(smallCourse(), LANGUAGES, SOURCES, sha256);
const course = snapshot.manifest;
const hashOf = (quiz: 'q1' | 'q2') => course.modules.find((module) => module.quiz.id === quiz)?.quiz.leaves.km?.hash ?? '';
const markOf: MarkOf = (_id, { snapshot: hash, answers }) => {
  const text = snapshot.nodes.get(hash);
  return text ? score(JSON.parse(text) as QuizLeaf, answers) : null;
};

const lesson = (id: string, roles: string[] = ['pastor']): Evidence => ({ kind: 'lesson', lesson: id, at: '2026-11-22T00:00:00.000Z', roles });
const quiz = (id: 'q1' | 'q2', right: number, change: Partial<Evidence> = {}): Evidence =>
  ({
    kind: 'quiz',
    quiz: id,
    snapshot: hashOf(id),
    answers: Object.fromEntries(Array.from({ length: right }, (_, index) => [`i${index + 1}`, ['a']])),
    at: '2026-11-22T00:00:00.000Z',
    roles: ['pastor'],
    ...change,
  }) as Evidence;
const state = (evidence: Record<string, Evidence>, ended: string[] = []): State => ({
  evidence,
  endings: Object.fromEntries(ended.map((id) => [id, { by: { reason: 'mistake', at: '2026-11-22T00:00:00.000Z' } }])),
});
const view = (evidence: Record<string, Evidence>, ended: string[] = []) => viewCourse(state(evidence, ended), course, markOf);

describe('progress (SPEC P1–P6)', () => {
  it('of somebody who has done nothing', () => {
    expect(view({})).toEqual({
      course: 'c1',
      modules: [
        { id: 'm1', lessonsDone: [], lessonsOf: 2, quiz: { attempts: 0, best: null, passed: false }, state: 'todo' },
        { id: 'm2', lessonsDone: [], lessonsOf: 1, quiz: { attempts: 0, best: null, passed: false }, state: 'todo' },
      ],
      modulesDone: 0,
      next: { kind: 'lesson', id: 'l11', module: 'm1' },
      notCounted: {},
    });
  });

  it('of somebody in the middle: lessons in the order of the course, once each', () => {
    const seen = view({ r1: lesson('l12'), r2: lesson('l11'), r3: lesson('l12'), r4: quiz('q1', 7) });
    expect(seen.modules[0]).toEqual({ id: 'm1', lessonsDone: ['l11', 'l12'], lessonsOf: 2, quiz: { attempts: 1, best: 70, passed: false }, state: 'begun' });
    expect(seen.next).toEqual({ kind: 'quiz', id: 'q1', module: 'm1' });
    expect([seen.modulesDone, seen.notCounted]).toEqual([0, {}]);
  });

  it('of somebody who is through', () => {
    const seen = view({ a: lesson('l11'), b: lesson('l12'), c: lesson('l21'), d: quiz('q1', 8), e: quiz('q2', 10) });
    expect(seen.modules.map((module) => [module.state, module.quiz.best])).toEqual([
      ['done', 80],
      ['done', 100],
    ]);
    expect([seen.modulesDone, seen.next]).toEqual([2, null]);
  });

  it.each([
    ['only lessons', { a: lesson('l11'), b: lesson('l12') }, 'begun'],
    ['only a passed quiz', { a: quiz('q1', 10) }, 'begun'],
    ['one lesson short', { a: lesson('l11'), b: quiz('q1', 10) }, 'begun'],
    ['lessons and a failed quiz', { a: lesson('l11'), b: lesson('l12'), c: quiz('q1', 7) }, 'begun'],
    ['lessons and a passed quiz', { a: lesson('l11'), b: lesson('l12'), c: quiz('q1', 8) }, 'done'],
  ] as [string, Record<string, Evidence>, string][])('a module with %s (SPEC P2)', (_name, evidence, expected) => {
    expect(view(evidence).modules[0]?.state).toBe(expected);
  });

  it('takes the best attempt, whenever it was (SPEC P3)', () => {
    expect(view({ a: quiz('q1', 9), b: quiz('q1', 2), c: quiz('q1', 5) }).modules[0]?.quiz).toEqual({ attempts: 3, best: 90, passed: true });
  });

  it('passes at 80 per cent and not at 79 (SPEC P3)', () => {
    const at = (percent: number) => viewCourse(state({ a: quiz('q1', 1) }), course, () => ({ right: percent, of: 100, percent, passed: percent >= 80 }));
    expect(at(79).modules[0]?.quiz).toEqual({ attempts: 1, best: 79, passed: false });
    expect(at(80).modules[0]?.quiz).toEqual({ attempts: 1, best: 80, passed: true });
  });

  it('goes by the pass mark of the snapshot that was answered, not by a later one (SPEC P3)', () => {
    const stricter = structuredClone(course);
    for (const module of stricter.modules) module.quiz.passMark = 90;
    expect(viewCourse(state({ a: quiz('q1', 8) }), stricter, markOf).modules[0]?.quiz).toEqual({ attempts: 1, best: 80, passed: true });
  });

  it('leaves out what was ended, and says so (SPEC P4)', () => {
    const evidence = { a: lesson('l11'), b: lesson('l12'), c: quiz('q1', 10), d: quiz('q1', 8), e: lesson('l11') };
    const seen = view(evidence, ['c', 'b', 'never-arrived']);
    expect(seen.notCounted).toEqual({ b: 'ended', c: 'ended' });
    expect(seen.modules[0]).toEqual({ id: 'm1', lessonsDone: ['l11'], lessonsOf: 2, quiz: { attempts: 1, best: 80, passed: true }, state: 'begun' });
    expect(seen.next).toEqual({ kind: 'lesson', id: 'l12', module: 'm1' });
    // Another record of the same lesson still counts when the first is ended.
    expect(view(evidence, ['a']).modules[0]?.lessonsDone).toEqual(['l11', 'l12']);
  });

  it('does not count an attempt at a snapshot that nobody knows (SPEC P4)', () => {
    const seen = view({ a: quiz('q1', 10, { snapshot: 'f'.repeat(64) } as Partial<Evidence>), b: quiz('q1', 3) });
    expect(seen.notCounted).toEqual({ a: 'unknown_snapshot' });
    expect(seen.modules[0]?.quiz).toEqual({ attempts: 1, best: 30, passed: false });
  });

  it('does not count what belongs to another course (SPEC P4)', () => {
    const seen = view({ a: lesson('zzz'), b: quiz('q1', 10, { quiz: 'q9' } as Partial<Evidence>), c: lesson('q1') }, ['a']);
    expect(seen.notCounted).toEqual({ a: 'not_in_course', b: 'not_in_course', c: 'not_in_course' });
    expect(seen.modules.map((module) => module.state)).toEqual(['todo', 'todo']);
  });

  it('counts in a course for police only what was sent with that role (SPEC P4)', () => {
    const police = { ...course, audience: 'police' as const };
    const evidence = { a: lesson('l11', ['pastor']), b: lesson('l12', ['pastor', 'police']), c: lesson('l21', []), d: quiz('q1', 10) };
    const seen = viewCourse(state(evidence, ['a']), police, markOf);
    expect(seen.notCounted).toEqual({ a: 'ended', c: 'no_role', d: 'no_role' });
    expect(seen.modules[0]?.lessonsDone).toEqual(['l12']);
    expect(viewCourse(state(evidence), { ...course, audience: 'signed-in' }, markOf).notCounted).toEqual({});
  });

  it('names next the first lesson or quiz that is not done, in the order of the course (SPEC P5)', () => {
    expect(view({ a: lesson('l12'), b: lesson('l21') }).next).toEqual({ kind: 'lesson', id: 'l11', module: 'm1' });
    expect(view({ a: lesson('l11'), b: lesson('l12'), c: quiz('q1', 8) }).next).toEqual({ kind: 'lesson', id: 'l21', module: 'm2' });
    expect(view({ a: lesson('l11'), b: lesson('l12'), c: quiz('q1', 8), d: lesson('l21') }).next).toEqual({ kind: 'quiz', id: 'q2', module: 'm2' });
  });

  it('asks for a new lesson after a publish, and forgets nothing (SPEC P1, C3)', () => {
    const grown = structuredClone(course);
    grown.modules[0]?.lessons.push({ ...(grown.modules[0].lessons[0] as (typeof grown.modules)[0]['lessons'][0]), id: 'l13' });
    const seen = viewCourse(state({ a: lesson('l11'), b: lesson('l12'), c: quiz('q1', 8) }), grown, markOf);
    expect(seen.modules[0]).toMatchObject({ lessonsDone: ['l11', 'l12'], lessonsOf: 3, state: 'begun' });
    expect(seen.next).toEqual({ kind: 'lesson', id: 'l13', module: 'm1' });
  });

  it('is pure: the order of the sets does not matter, nothing is changed, each record counts or has a reason (SPEC P6)', async () => {
    const evidence: fc.Arbitrary<Evidence> = fc.oneof(
      fc.constantFrom('l11', 'l12', 'l21', 'gone').map((id) => lesson(id)),
      fc.tuple(fc.constantFrom('q1' as const, 'q2' as const), fc.nat(10)).map(([id, right]) => quiz(id, right)),
      fc.constant(quiz('q1', 10, { snapshot: '0'.repeat(64) } as Partial<Evidence>)),
    );
    await checkLaw(
      'view',
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), evidence), fc.subarray(['a', 'b', 'c']), (all, ended) => {
        const given = state(all, ended);
        const before = structuredClone(given);
        const seen = viewCourse(given, course, markOf);
        expect(given).toEqual(before);
        expect(viewCourse(state(Object.fromEntries(Object.entries(all).reverse()), ended), course, markOf)).toEqual(seen);
        const counted = Object.entries(all).filter(([id]) => !(id in seen.notCounted));
        const attempts = seen.modules.reduce((sum, module) => sum + module.quiz.attempts, 0);
        expect(attempts).toBe(counted.filter(([, one]) => one.kind === 'quiz').length);
        expect(new Set(seen.modules.flatMap((module) => module.lessonsDone))).toEqual(new Set(counted.flatMap(([, one]) => (one.kind === 'lesson' ? [one.lesson] : []))));
        expect(seen.next === null).toBe(seen.modulesDone === 2);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the tally (SPEC P7)', () => {
  const evidence: fc.Arbitrary<Evidence> = fc.oneof(
    fc.record({ kind: fc.constant('lesson' as const), lesson: fc.constantFrom('l11', 'l12', 'l21', 'constructor'), at: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'), roles: fc.constantFrom<string[][]>(['pastor'], ['pastor', 'police'], []) }),
    fc.record({
      kind: fc.constant('quiz' as const),
      quiz: fc.constantFrom('q1', 'q2'),
      snapshot: fc.constantFrom(hashOf('q1'), hashOf('q2'), 'f'.repeat(64)),
      answers: fc.dictionary(fc.constantFrom('i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8', 'i9', 'i10'), fc.constantFrom<string[][]>(['a'], ['b'])),
      at: fc.constant('2026-03-01T00:00:00.000Z'),
      roles: fc.constantFrom<string[][]>(['pastor'], ['police']),
    }),
  );

  it('gives the same view added one by one in any order as from the whole sets', async () => {
    await checkLaw('tally', fc.property(fc.array(fc.tuple(evidence, fc.nat())), (story) => {
      const state: State = { evidence: Object.fromEntries(story.map(([one], index) => [`r${index}`, one])), endings: {} };
      const tally = emptyTally();
      for (const [one] of [...story].sort((a, b) => a[1] - b[1])) addToTally(tally, one, one.kind === 'quiz' ? markOf('', one) : null);
      expect(tally).toEqual(tallyOf(state, markOf));
      expect({ ...viewTally(tally, course), notCounted: notCounted(state, course, markOf) }).toEqual(viewCourse(state, course, markOf));
    }), { numRuns: 200 });
  });

  it('does not grow with attempts', () => {
    const tally = emptyTally();
    for (let n = 0; n < 1000; n += 1) addToTally(tally, { kind: 'quiz', quiz: 'q1', snapshot: 'f'.repeat(64), answers: {}, at: '2026-03-01T00:00:00.000Z', roles: ['pastor'] }, { right: 8, of: 10, percent: n % 101, passed: false });
    expect(tally.quizzes).toEqual({ q1: { ['f'.repeat(64)]: { pastor: { count: 1000, best: 100, passed: false } } } });
  });
});
