import type { Connection } from '../postgres/address.ts';
import type { Bench } from './bench.ts';
import { inTurn } from './in-turn.ts';
import { drive } from './load/drive.ts';
import { median } from './median.ts';
import { BatchPhone, TOGETHER } from './records/batch-phone.ts';
import { bindPhones, type CarriedFile, carriedFile, Carrier, sealingKeyOf } from './records/carried-files.ts';
import { PlainInserts } from './records/plain-inserts.ts';
import { QuizPhone } from './records/quiz-phone.ts';
import { startServer } from './servers/child.ts';
import { type OpenCourse, readOpenCourse } from './servers/curriculum.ts';
import { withDatabase } from './servers/database.ts';
import { type Learner, signInLearners } from './servers/sign-in.ts';
import { bodiesOf } from './stored/bodies.ts';
import { fill } from './stored/fill.ts';
import { asOwner } from './stored/owner.ts';
import { openSpine } from './stored/spine.ts';

const CLIENTS = 32;
const TURNS = 5;
const TURN_MS = 2_000;
const WARM_UP_MS = 2_000;
const PEOPLE = 20_000;

const BATCH_CLIENTS = 4;
const FILES = 60;

/** How fast records are taken in: single ones, against plain inserts of the same rows; a phone's many; a carried file's. */
export const recordsAppend: Bench = {
  name: 'records-append',
  data:
    `single: one quiz.submitted per request from ${CLIENTS} clients, each its own learner; batch: ${TOGETHER} records of one phone per request from ${BATCH_CLIENTS}; batch_mixed: ${TOGETHER} records of ${TOGETHER} phones per request from ${BATCH_CLIENTS}, ` +
    `${FILES} files made beforehand, each record signed by its phone and sealed with an ephemeral key of its own; ${PEOPLE} people with 20 records each stored and folded before (seed seek-justice-bench-1)`,
  run: (say) =>
    withDatabase(async (connection) => {
      const tenth = await atSize(connection, PEOPLE / 10, 1, say);
      const full = await atSize(connection, PEOPLE, PEOPLE / 10 + 1, say);
      return {
        single_ratio: full.ours / full.plain,
        single_per_s: full.ours,
        plain_per_s: full.plain,
        batch_per_s: full.batch,
        batch_mixed_per_s: full.mixed,
        single_ratio_at_tenth: tenth.ours / tenth.plain,
        batch_per_s_at_tenth: tenth.batch,
        batch_mixed_per_s_at_tenth: tenth.mixed,
      };
    }),
};

/** Measures at one size of the database, which grows to it first. */
async function atSize(connection: Connection, people: number, from: number, say: (line: string) => void) {
  const api = await startServer('api', { connection, host: '127.0.0.1', port: 0, demo: true });
  try {
    const course = await readOpenCourse(api.url);
    await asOwner(connection, (owner) => fill(owner, bodiesOf(course), from, people));
    const spine = await openSpine(connection);
    await spine.rebuild();
    await spine.close();
    say(`${people} people:`);
    // Learners of their own at each size: what one handed in before makes the next more work.
    const learners = await signInLearners(api.url, CLIENTS, from === 1 ? CLIENTS : 0);
    const medians = await single(connection, api.url, course, learners, say);
    const batch = await ofOnePhone(connection, api.url, course, learners, say);
    return { ...medians, batch, mixed: await ofManyPhones(connection, api.url, course, learners, say) };
  } finally {
    await api.stop();
  }
}

async function single(connection: Connection, url: string, course: OpenCourse, learners: readonly Learner[], say: (line: string) => void) {
  const plain = new PlainInserts(connection, CLIENTS);
  try {
    await plain.open();
    const phones = learners.map((learner) => new QuizPhone(url, learner, course));
    const ours = async (ms: number) => (await drive(url, phones, ms)).perSecond;
    await ours(WARM_UP_MS);
    await plain.run(phones, WARM_UP_MS);
    const medians = await inTurn(TURNS, { ours: () => ours(TURN_MS), plain: () => plain.run(phones, TURN_MS) });
    const each = await checkStored(connection, phones);
    say(`single: ours ${Math.round(medians.ours)}/s, plain ${Math.round(medians.plain)}/s; all ${each} acknowledged records are stored, ${Math.round(each / CLIENTS)} of each learner`);
    return medians;
  } finally {
    await plain.close();
  }
}

/** @returns records per second. */
async function ofOnePhone(connection: Connection, url: string, course: OpenCourse, learners: readonly Learner[], say: (line: string) => void): Promise<number> {
  const phones = learners.slice(0, BATCH_CLIENTS).map((learner) => new BatchPhone(url, learner, bodiesOf(course)));
  await drive(url, phones, WARM_UP_MS);
  const turns: { perSecond: number; busy: number }[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) turns.push(await drive(url, phones, TURN_MS));
  const each = await checkStored(connection, phones);
  say(`batch: ${turns.map(({ perSecond }) => Math.round(perSecond * TOGETHER)).join(', ')}/s; the generator computed ${Math.round(median(turns.map(({ busy }) => busy)) * 100)} % of the time; all ${each} are stored`);
  return median(turns.map(({ perSecond }) => perSecond)) * TOGETHER;
}

/** @returns records per second. */
async function ofManyPhones(connection: Connection, url: string, course: OpenCourse, learners: readonly Learner[], say: (line: string) => void): Promise<number> {
  const phones = await asOwner(connection, bindPhones);
  const sealTo = await sealingKeyOf(url);
  const bodies = bodiesOf(course);
  const files = Array.from({ length: FILES }, () => carriedFile(url, learners[0] as Learner, phones, bodies, sealTo));
  const handIn = async (some: CarriedFile[]): Promise<number> => {
    const carriers = Array.from({ length: BATCH_CLIENTS }, () => new Carrier(some));
    const [count, began] = [some.length, performance.now()];
    await drive(url, carriers, Infinity);
    const seconds = (performance.now() - began) / 1000;
    await checkStored(connection, carriers);
    return (count * TOGETHER) / seconds;
  };
  await handIn(files.splice(0, FILES / (TURNS + 1)));
  const rates: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) rates.push(await handIn(files.splice(0, FILES / (TURNS + 1))));
  say(`batch_mixed: ${rates.map(Math.round).join(', ')}/s; all are stored`);
  return median(rates);
}

/** @returns how many were acknowledged. @throws when one of them is not in the table. */
async function checkStored(connection: Connection, phones: readonly { acknowledged: string[] }[]): Promise<number> {
  const acknowledged = phones.flatMap((phone) => phone.acknowledged);
  await asOwner(connection, async (owner) => {
    const { rows } = await owner.query('SELECT count(*)::int AS found FROM records WHERE id = ANY($1)', [acknowledged]);
    if (rows[0].found !== acknowledged.length) throw new Error(`${acknowledged.length - rows[0].found} of ${acknowledged.length} acknowledged records are not in the table.`);
  });
  return acknowledged.length;
}
