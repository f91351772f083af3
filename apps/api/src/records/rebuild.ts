import type { PoolClient } from 'pg';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { addRecord, emptyState, type State } from '@seek-justice/domain/records/state.ts';
import type { Database } from '../database/database.ts';
import { writeProgress } from './append.repository.ts';
import type { Published } from './published.ts';
import { quizHashes, standingOf } from './standing.ts';

/** Subjects folded in one transaction: few enough that it ends within seconds. */
const TOGETHER = 500;
/** Parts the records of a subject in one row: a control character cannot stand in JSON text. */
const BETWEEN = '\x1e';

export interface Rebuilt {
  subjects: number;
  records: number;
}

/**
 * Folds every stored record again and replaces progress and standing: the proof that both are droppable. Safe beside
 * running appends: each subject is locked while it is folded.
 */
export async function rebuild(database: Database, published: Published): Promise<Rebuilt> {
  const done = { subjects: 0, records: 0 };
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const subjects = await database.query<{ subject: string }>(
      'SELECT DISTINCT subject FROM records WHERE subject > $1 ORDER BY subject LIMIT $2',
      [after, TOGETHER],
    );
    const last = subjects.at(-1);
    if (!last) break;
    await database.transaction(async (client) => {
      done.records += await rebuildSubjects(client, subjects.map(({ subject }) => subject), published);
    });
    done.subjects += subjects.length;
    after = last.subject;
  }
  return done;
}

async function rebuildSubjects(client: PoolClient, subjects: readonly string[], published: Published): Promise<number> {
  await client.query('INSERT INTO progress (subject) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING', [subjects]);
  await client.query('SELECT 1 FROM progress WHERE subject = ANY($1) ORDER BY subject FOR UPDATE', [subjects]);
  const { rows } = await client.query<{ subject: string; records: string }>(
    `SELECT subject, string_agg((extract(epoch FROM received_at) * 1000)::bigint || ' ' || array_to_string(roles, ',') || ' ' || text, $2) AS records
     FROM records WHERE subject = ANY($1) GROUP BY subject`,
    [subjects, BETWEEN],
  );
  let count = 0;
  const states = rows.map(({ subject, records }) => {
    const state: State = emptyState();
    for (const record of records.split(BETWEEN)) {
      addStored(state, record);
      count += 1;
    }
    return { subject, state };
  });
  const courses = await published.courses();
  await published.loadQuizzes(states.flatMap(({ state }) => quizHashes(state)));
  await writeProgress(client, states, states.map(({ subject, state }) => standingOf(subject, state, courses, published.mark)));
  return count;
}

/** Adds one stored record, written as `milliseconds roles text`. */
function addStored(state: State, stored: string): void {
  const first = stored.indexOf(' ');
  const second = stored.indexOf(' ', first + 1);
  const at = new Date(Number(stored.slice(0, first))).toISOString();
  const roles = stored.slice(first + 1, second).split(',').filter(Boolean);
  addRecord(state, JSON.parse(stored.slice(second + 1)) as Envelope, { at, roles });
}
