import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { tallyOf } from '@seek-justice/domain/progress/tally.ts';
import { addRecord, emptyState } from '@seek-justice/domain/records/state.ts';
import { checkLaw } from '../../../packages/domain/src/testing/seeds.ts';
import { type Browser, startTestApi, type TestApi } from './support/api.ts';
import { Phone, personOf, quizOf, send } from './support/records.ts';

let api: TestApi;
const browsers: Browser[] = [];
const people: string[] = [];
let quiz: Awaited<ReturnType<typeof quizOf>>;
const hashes = { km: '', en: '', unknown: 'f'.repeat(64) };
beforeAll(async () => {
  api = await startTestApi();
  for (const login of ['DEMO-0001', 'DEMO-0002', 'DEMO-0003']) {
    const browser = await api.as(login);
    browsers.push(browser);
    people.push(await personOf(browser));
  }
  quiz = await quizOf(browsers[0] as Browser, 0);
  hashes.km = quiz.hash;
  hashes.en = (await quizOf(browsers[0] as Browser, 0, 'en')).hash;
});
afterAll(() => api.stop());

/** What one phone did: each step is a lesson, a quiz or the voiding of an earlier or later step. */
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('lesson' as const), which: fc.nat(2) }),
    fc.record({ kind: fc.constant('quiz' as const), right: fc.nat(9), of: fc.constantFrom('km' as const, 'en' as const, 'unknown' as const) }),
    fc.record({ kind: fc.constant('void' as const), target: fc.nat(11) }),
  ),
  { minLength: 1, maxLength: 12 },
);

function written(person: string, story: typeof steps extends fc.Arbitrary<infer T> ? T : never): Envelope[] {
  const phone = new Phone(person);
  const records = story.map((step) => {
    if (step.kind === 'lesson') return phone.lesson(quiz.module.lessons[step.which].id);
    if (step.kind === 'void') return null;
    return phone.quiz(quiz.id, hashes[step.of], Object.fromEntries(Object.entries(quiz.right).slice(0, step.right)));
  });
  return records.map((record, index) => {
    const step = story[index];
    if (record || step?.kind !== 'void') return record as Envelope;
    return phone.voided(records[step.target % records.length]?.id ?? phone.lesson('k7f2qd').id);
  });
}

/** Nine items, pass mark 80: the stories answer the first so many of them rightly and leave the others out. */
function markByHand(snapshot: string, answers: Record<string, string[]>) {
  if (snapshot === hashes.unknown) return null;
  const right = Object.keys(answers).length;
  const percent = [0, 11, 22, 33, 44, 55, 66, 77, 88, 100][right] ?? 0;
  return { right, of: 9, percent, passed: percent >= 80 };
}

/** A way for records to arrive: an order, some of them twice, cut into requests. */
const arrival = fc.record({ order: fc.infiniteStream(fc.nat()), repeats: fc.array(fc.nat(), { maxLength: 4 }), cut: fc.integer({ min: 1, max: 5 }) });

function arriving(records: Envelope[], how: { order: Iterable<number>; repeats: number[]; cut: number }): Envelope[][] {
  const keys = how.order[Symbol.iterator]();
  const all = [...records, ...how.repeats.map((index) => records[index % records.length] as Envelope)];
  const shuffled = all.map((record) => ({ record, key: keys.next().value as number })).sort((a, b) => a.key - b.key);
  const requests: Envelope[][] = [];
  for (let at = 0; at < shuffled.length; at += how.cut) requests.push(shuffled.slice(at, at + how.cut).map(({ record }) => record));
  return requests;
}

/** Progress without what depends on the moment: the sets by step, times left out. */
async function seen(browser: Browser, person: string) {
  const { body } = await browser.get(`/api/people/${person}/progress`);
  return { courses: body.courses, marks: body.marks, evidence: Object.keys(body.state.evidence).sort(), endings: Object.keys(body.state.endings).sort() };
}

describe('the arrival of records by HTTP (SPEC S1–S4)', () => {
  it('order, repeats and splits change nothing; concurrent writers lose nothing; what is stored is the fold of the table', async () => {
    await checkLaw(
      'records-arrival',
      fc.asyncProperty(fc.tuple(steps, steps, steps), fc.tuple(arrival, arrival, arrival), arrival, async (stories, hows, again) => {
        await api.db.query('TRUNCATE records, progress, standing');
        const written3 = stories.map((story, index) => written(people[index] as string, story));
        // Three phones at once, each cut and shuffled in its own way.
        await Promise.all(
          written3.map(async (records, index) => {
            for (const request of arriving(records, hows[index] as never)) await send(browsers[index] as Browser, request);
          }),
        );
        const views = await Promise.all(people.map((person, index) => seen(browsers[index] as Browser, person)));
        for (const [index, records] of written3.entries()) {
          const { rows } = await api.db.query('SELECT text, received_at, roles FROM records WHERE subject = $1', [people[index]]);
          expect(rows.length).toBe(records.length);
          const fold = emptyState();
          for (const row of rows) addRecord(fold, JSON.parse(row.text), { at: row.received_at.toISOString(), roles: row.roles });
          const stored = await api.db.query('SELECT tally FROM progress WHERE subject = $1', [people[index]]);
          expect(stored.rows[0].tally).toEqual(tallyOf(fold, (_id, evidence) => markByHand(evidence.snapshot, evidence.answers)));
        }
        // The same records of the first phone, another way: the same view.
        await api.db.query('TRUNCATE records, progress, standing');
        for (const request of arriving(written3[0] as Envelope[], again)) await send(browsers[0] as Browser, request);
        expect(await seen(browsers[0] as Browser, people[0] as string)).toEqual(views[0]);
      }),
      { numRuns: 25 },
    );
  });
});
