import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { components } from '../src/progress/components.ts';
import { mergeTallies } from '../src/progress/merge-tallies.ts';
import { emptyTally, type MarkOf, type Tally, tallyOf } from '../src/progress/tally.ts';
import { emptyState, type Evidence, mergeStates, type State } from '../src/records/state.ts';
import { mergeEdge } from '../src/records/types/people-merged/shape.ts';
import { checkLaw } from '../src/testing/seeds.ts';

const edge = (one: string, other: string) => ({ one, other });
type Edge = ReturnType<typeof edge>;
const grouped = (edges: readonly Edge[]) => Object.fromEntries(components(edges));

describe('an edge (SPEC M1)', () => {
  it('is between the record’s subject and the other one', () => {
    expect(mergeEdge({ id: 'r', subject: 'a' }, { other: 'b' })).toEqual({ record: 'r', one: 'a', other: 'b' });
  });
});

describe('who is one person (SPEC M2)', () => {
  it('by hand: a pair, a chain, a star, a ring and two apart', () => {
    expect(grouped([])).toEqual({});
    expect(grouped([edge('b', 'a')])).toEqual({ a: ['a', 'b'], b: ['a', 'b'] });
    const abcd = ['a', 'b', 'c', 'd'];
    const all = { a: abcd, b: abcd, c: abcd, d: abcd };
    expect(grouped([edge('a', 'b'), edge('c', 'd'), edge('b', 'c')])).toEqual(all);
    expect(grouped([edge('d', 'a'), edge('d', 'b'), edge('d', 'c')])).toEqual(all);
    expect(grouped([edge('a', 'b'), edge('b', 'c'), edge('c', 'd'), edge('d', 'a')])).toEqual(all);
    expect(grouped([edge('a', 'b'), edge('y', 'x')])).toEqual({ a: ['a', 'b'], b: ['a', 'b'], x: ['x', 'y'], y: ['x', 'y'] });
  });

  it('goes by edges as they are: the other way round, twice, or to oneself is nothing more', () => {
    expect(grouped([edge('a', 'b'), edge('b', 'a'), edge('a', 'b')])).toEqual({ a: ['a', 'b'], b: ['a', 'b'] });
    expect(grouped([edge('a', 'a'), edge('a', 'b')])).toEqual({ a: ['a', 'b'], b: ['a', 'b'] });
  });

  it('parts exactly: without the middle edge the ends are what they were (SPEC M4)', () => {
    const [ab, bc, cd] = [edge('a', 'b'), edge('b', 'c'), edge('c', 'd')];
    expect(grouped([ab, bc, cd].filter((one) => one !== bc))).toEqual({ a: ['a', 'b'], b: ['a', 'b'], c: ['c', 'd'], d: ['c', 'd'] });
    // In a ring no one edge parts anybody.
    expect(grouped([ab, cd, edge('d', 'a')])).toEqual(grouped([ab, bc, cd, edge('d', 'a')]));
  });

  const people = [...'abcdefgh'];
  const edges = fc.array(fc.tuple(fc.constantFrom(...people), fc.constantFrom(...people)).map(([one, other]) => edge(one, other)), { maxLength: 10 });

  /** Whom somebody reaches, step by step: slow and plain. */
  function reach(from: string, all: readonly Edge[]): string[] {
    const found = new Set([from]);
    for (let round = 0; round < people.length; round += 1) for (const { one, other } of all) if (found.has(one) || found.has(other)) found.add(one).add(other);
    return [...found].sort();
  }

  it('is everybody whom one can reach, whatever the order of edges and however often they come', async () => {
    const ways = edges.chain((all) => fc.record({ all: fc.constant(all), shuffled: fc.shuffledSubarray(all, { minLength: all.length }), repeats: fc.subarray(all), turned: fc.boolean() }));
    await checkLaw(
      'components',
      fc.property(ways, ({ all, shuffled, repeats, turned }) => {
        const named = new Set(all.flatMap(({ one, other }) => [one, other]));
        const expected = Object.fromEntries([...named].sort().map((one) => [one, reach(one, all)]));
        expect(grouped(all)).toEqual(expected);
        expect(grouped([...shuffled, ...repeats].map(({ one, other }) => (turned ? edge(other, one) : edge(one, other))))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('is of the union of two sets of edges what joining their groups makes', async () => {
    const asEdges = (groups: Record<string, readonly string[]>) => Object.values(groups).flatMap(([first = '', ...others]) => others.map((other) => edge(first, other)));
    await checkLaw(
      'components',
      fc.property(edges, edges, (a, b) => {
        const joined = grouped([...asEdges(grouped(a)), ...asEdges(grouped(b))]);
        const alone = Object.entries(grouped([...a, ...b])).filter(([, members]) => members.length > 1);
        expect(joined).toEqual(Object.fromEntries(alone));
      }),
      { numRuns: 200 },
    );
  });
});

const JAN = '2026-01-01T00:00:00.000Z';
const FEB = '2026-02-01T00:00:00.000Z';
const [NEW, OLD] = ['e'.repeat(64), 'f'.repeat(64)];

describe('what people have done together (SPEC M3, P7)', () => {
  it('by hand: counts add up, bests stay, the later day is the last', () => {
    const a: Tally = {
      lessons: { l11: { pastor: 2 }, l12: { pastor: 1 } },
      quizzes: { q1: { [NEW]: { pastor: { count: 2, best: 70, passed: false } }, [OLD]: { pastor: { count: 1, best: null, passed: false } } } },
      endings: 1,
      lastAt: JAN,
    };
    const b: Tally = {
      lessons: { l11: { pastor: 1, police: 4 }, constructor: { pastor: 1 } },
      quizzes: { q1: { [NEW]: { pastor: { count: 3, best: 80, passed: true } }, [OLD]: { pastor: { count: 1, best: 40, passed: false } } }, q2: { [NEW]: { police: { count: 1, best: 0, passed: false } } } },
      endings: 0,
      lastAt: FEB,
    };
    const before = structuredClone([a, b]);
    expect(mergeTallies([a, b])).toEqual({
      lessons: { l11: { pastor: 3, police: 4 }, l12: { pastor: 1 }, constructor: { pastor: 1 } },
      quizzes: {
        q1: { [NEW]: { pastor: { count: 5, best: 80, passed: true } }, [OLD]: { pastor: { count: 2, best: 40, passed: false } } },
        q2: { [NEW]: { police: { count: 1, best: 0, passed: false } } },
      },
      endings: 1,
      lastAt: FEB,
    });
    expect([a, b]).toEqual(before);
    expect(mergeTallies([])).toEqual(emptyTally());
  });

  const roles = fc.constantFrom<string[][]>(['pastor'], ['pastor', 'police'], []);
  const at = fc.constantFrom(JAN, FEB);
  const evidence: fc.Arbitrary<Evidence> = fc.oneof(
    fc.record({ kind: fc.constant('lesson' as const), lesson: fc.constantFrom('l11', 'l12', 'constructor'), at, roles }),
    fc.record({ kind: fc.constant('quiz' as const), quiz: fc.constantFrom('q1', 'q2'), snapshot: fc.constantFrom(NEW, OLD), answers: fc.record({ i: fc.constantFrom<string[][]>(['3'], ['7'], ['9']) }), at, roles }),
  );
  /** Tens of per cent by the chosen option; nobody knows the old snapshot. */
  const markOf: MarkOf = (_id, { snapshot, answers }) => {
    const percent = Number(answers.i?.[0]) * 10;
    return snapshot === OLD ? null : { right: percent / 10, of: 10, percent, passed: percent >= 80 };
  };

  /** One subject's sets; their records are theirs alone, and so is what their endings end. */
  function stateOf(name: string, story: readonly (readonly [Evidence, boolean])[]): State {
    const state = emptyState();
    for (const [index, [one, ended]] of story.entries()) {
      state.evidence[`${name}${index}`] = one;
      if (ended) state.endings[`${name}${index}`] = { [`${name}-end${index}`]: { reason: 'mistake', at: FEB } };
    }
    return state;
  }
  const story = fc.array(fc.tuple(evidence, fc.boolean()), { maxLength: 8 });

  it('is the tally of all their records', async () => {
    await checkLaw(
      'merge-tallies',
      fc.property(story, story, story, (...stories) => {
        const states = stories.map((one, index) => stateOf('abc'[index] ?? '', one));
        expect(mergeTallies(states.map((state) => tallyOf(state, markOf)))).toEqual(tallyOf(states.reduce(mergeStates, emptyState()), markOf));
      }),
      { numRuns: 200 },
    );
  });

  it('is the same in any order and grouping, and nobody changes nothing', async () => {
    await checkLaw(
      'merge-tallies',
      fc.property(story, story, story, (...stories) => {
        const [a, b, c] = stories.map((one) => tallyOf(stateOf('a', one), markOf)) as [Tally, Tally, Tally];
        const before = structuredClone([a, b, c]);
        expect(mergeTallies([b, a])).toEqual(mergeTallies([a, b]));
        expect(mergeTallies([mergeTallies([a, b]), c])).toEqual(mergeTallies([a, mergeTallies([b, c])]));
        expect(mergeTallies([a, b, c])).toEqual(mergeTallies([c, a, b]));
        expect(mergeTallies([a, emptyTally()])).toEqual(a);
        expect(mergeTallies([emptyTally(), a])).toEqual(a);
        expect([a, b, c]).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });
});
