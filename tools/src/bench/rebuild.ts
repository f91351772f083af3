import { createHash, randomUUID } from 'node:crypto';
import { newId } from '@seek-justice/domain/kernel/ids.ts';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { hashInput } from '@seek-justice/domain/records/hash.ts';
import type { Connection } from '../postgres/address.ts';
import type { Bench } from './bench.ts';
import { median } from './median.ts';
import { startServer } from './servers/child.ts';
import { readOpenCourse } from './servers/curriculum.ts';
import { withDatabase } from './servers/database.ts';
import { bodiesOf, type StoredBody } from './stored/bodies.ts';
import { fill, RECORDS_EACH } from './stored/fill.ts';
import { asOwner } from './stored/owner.ts';
import { openSpine, type Spine } from './stored/spine.ts';

const PEOPLE = 50_000;
const APPENDED = 500;
const REPEATS = { tenth: 3, full: 2 };

/** How fast progress is folded again from everything that is stored. */
export const rebuild: Bench = {
  name: 'rebuild',
  data: `${PEOPLE} people with ${RECORDS_EACH} records each (seed seek-justice-bench-1), and ${APPENDED} more whose records came in through the append`,
  run: (say) =>
    withDatabase(async (connection) => {
      const bodies = await prepare(connection);
      const spine = await openSpine(connection);
      try {
        await appendSome(spine, bodies);
        const before = await digest(connection, 'TRUE');
        await fillTo(connection, bodies, 1, PEOPLE / 10);
        const tenth = await measure(spine, connection, REPEATS.tenth, say);
        await fillTo(connection, bodies, PEOPLE / 10 + 1, PEOPLE);
        const full = await measure(spine, connection, REPEATS.full, say);
        const after = await digest(connection, 'subject IN (SELECT subject FROM records WHERE actor = account)');
        if (before !== after) throw new Error('The rebuilt progress is not what the append had made.');
        return { records_per_s: full, records_per_s_at_tenth: tenth };
      } finally {
        await spine.close();
      }
    }),
};

async function prepare(connection: Connection): Promise<StoredBody[]> {
  const api = await startServer('api', { connection, host: '127.0.0.1', port: 0, demo: false });
  try {
    return bodiesOf(await readOpenCourse(api.url));
  } finally {
    await api.stop();
  }
}

const fillTo = (connection: Connection, bodies: readonly StoredBody[], from: number, to: number) => asOwner(connection, (owner) => fill(owner, bodies, from, to));

/** Hands records in as the API does. Their account is the person itself, by which they are found again. */
async function appendSome(spine: Spine, bodies: readonly StoredBody[]): Promise<void> {
  for (let person = 0; person < APPENDED; person += 1) {
    const subject = newId();
    const records = Array.from({ length: RECORDS_EACH }, (_, deviceSeq) => {
      const { type, text } = bodies[(person * 7 + deviceSeq * 5) % bodies.length] as StoredBody;
      const body = JSON.parse(text) as Envelope['body'];
      const envelope: Envelope = { id: newId(), subject, actor: subject, type, v: 1, device: randomUUID(), deviceSeq, occurredAt: '2026-03-01T02:15:30.000Z', after: null, body };
      const hash = createHash('sha256').update(hashInput(envelope as never)).digest();
      return { envelope, text: JSON.stringify(envelope), hash, account: subject, roles: ['pastor'], via: 'session' as const };
    });
    await spine.append(records);
  }
}

async function measure(spine: Spine, connection: Connection, repeats: number, say: (line: string) => void): Promise<number> {
  const speeds: number[] = [];
  let first = '';
  for (let turn = 0; turn < repeats; turn += 1) {
    const begun = performance.now();
    const { records, subjects } = await spine.rebuild();
    const seconds = (performance.now() - begun) / 1000;
    speeds.push(records / seconds);
    say(`${records} records of ${subjects} people in ${seconds.toFixed(1)} s: ${Math.round(records / seconds)}/s`);
    const now = await digest(connection, 'TRUE');
    first ||= now;
    if (now !== first) throw new Error('Two rebuilds of the same records differ.');
  }
  return median(speeds);
}

/** One number for the progress and standing of many people: equal where all of it is equal. */
async function digest(connection: Connection, where: string): Promise<string> {
  return asOwner(connection, async (owner) => {
    const { rows } = await owner.query(
      `SELECT count(*) || ' ' || sum(hashtextextended(p.tally::text, 0)) || ' ' || sum(hashtextextended(s::text, 0)) AS digest
       FROM progress p JOIN standing s USING (subject) WHERE ${where}`,
    );
    return rows[0].digest as string;
  });
}
