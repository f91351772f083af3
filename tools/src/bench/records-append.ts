import type { Connection } from '../postgres/address.ts';
import type { Bench } from './bench.ts';
import { inTurn } from './in-turn.ts';
import { drive } from './load/drive.ts';
import { PlainInserts } from './records/plain-inserts.ts';
import { QuizPhone } from './records/quiz-phone.ts';
import { startServer } from './servers/child.ts';
import { readOpenCourse } from './servers/curriculum.ts';
import { withDatabase } from './servers/database.ts';
import { signInLearners } from './servers/sign-in.ts';
import { bodiesOf } from './stored/bodies.ts';
import { fill } from './stored/fill.ts';
import { asOwner } from './stored/owner.ts';
import { openSpine } from './stored/spine.ts';

const CLIENTS = 32;
const TURNS = 5;
const TURN_MS = 2_000;
const WARM_UP_MS = 2_000;
const PEOPLE = 20_000;

/** How fast single quizzes are taken in, against plain inserts of the same rows. */
export const recordsAppend: Bench = {
  name: 'records-append',
  data: `one quiz.submitted per request from ${CLIENTS} clients, each its own learner; ${PEOPLE} people with 20 records each stored and folded before (seed seek-justice-bench-1)`,
  run: (say) =>
    withDatabase(async (connection) => {
      const tenth = await atSize(connection, PEOPLE / 10, 1, say);
      const full = await atSize(connection, PEOPLE, PEOPLE / 10 + 1, say);
      return {
        single_ratio: full.ours / full.plain,
        single_per_s: full.ours,
        plain_per_s: full.plain,
        single_ratio_at_tenth: tenth.ours / tenth.plain,
      };
    }),
};

async function atSize(connection: Connection, people: number, from: number, say: (line: string) => void) {
  const api = await startServer('api', { connection, host: '127.0.0.1', port: 0, demo: true });
  const plain = new PlainInserts(connection, CLIENTS);
  try {
    const course = await readOpenCourse(api.url);
    await asOwner(connection, (owner) => fill(owner, bodiesOf(course), from, people));
    const spine = await openSpine(connection);
    await spine.rebuild();
    await spine.close();
    await plain.open();
    // Learners of their own at each size: what one handed in before makes the next more work.
    const phones = (await signInLearners(api.url, CLIENTS, from === 1 ? CLIENTS : 0)).map((learner) => new QuizPhone(api.url, learner, course));
    const ours = async (ms: number) => (await drive(api.url, phones, ms)).perSecond;
    await ours(WARM_UP_MS);
    await plain.run(phones, WARM_UP_MS);
    const medians = await inTurn(TURNS, { ours: () => ours(TURN_MS), plain: () => plain.run(phones, TURN_MS) });
    const each = phones.reduce((sum, phone) => sum + phone.acknowledged.length, 0);
    await asOwner(connection, async (owner) => {
      const { rows } = await owner.query('SELECT count(*)::int AS found FROM records WHERE id = ANY($1)', [phones.flatMap(({ acknowledged }) => acknowledged)]);
      if (rows[0].found !== each) throw new Error(`${each - rows[0].found} of ${each} acknowledged records are not in the table.`);
    });
    say(`${people} people: ours ${Math.round(medians.ours)}/s, plain ${Math.round(medians.plain)}/s; all ${each} acknowledged records are stored, ${Math.round(each / CLIENTS)} of each learner`);
    return medians;
  } finally {
    await plain.close();
    await api.stop();
  }
}
