import type { PoolClient } from 'pg';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { addRecord, emptyState, evidenceOf, isEnding, type Evidence, type State } from '@seek-justice/domain/records/state.ts';
import type { RecordVoided } from '@seek-justice/domain/records/types/record-voided/shape.ts';
import { addToTally, emptyTally, type Tally } from '@seek-justice/domain/progress/tally.ts';
import type { Published } from './published.ts';

/** Parts the records of a subject in one row: a control character cannot stand in JSON text. */
const BETWEEN = '\x1e';

const READ = `
  SELECT subject, string_agg((extract(epoch FROM received_at) * 1000)::bigint || ' ' || array_to_string(roles, ',') || ' ' || text, $2) AS records
  FROM records WHERE subject = ANY($1) GROUP BY subject`;

/** A record as it is stored, with its stamp. */
interface Stored {
  record: Envelope;
  at: string;
  roles: string[];
}

/** All records of some subjects: one row a subject, because a million rows cost the driver more than their parsing. */
export async function readRecords(client: Pick<PoolClient, 'query'>, subjects: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await client.query<{ subject: string; records: string }>(READ, [subjects, BETWEEN]);
  return new Map(rows.map(({ subject, records }) => [subject, records]));
}

/** The records of several subjects as those of one. */
export function together(records: readonly string[]): string {
  return records.join(BETWEEN);
}

function* parse(records: string): Generator<Stored> {
  if (records === '') return;
  for (const stored of records.split(BETWEEN)) {
    const first = stored.indexOf(' ');
    const second = stored.indexOf(' ', first + 1);
    yield {
      record: JSON.parse(stored.slice(second + 1)) as Envelope,
      at: new Date(Number(stored.slice(0, first))).toISOString(),
      roles: stored.slice(first + 1, second).split(',').filter(Boolean),
    };
  }
}

/** The sets of a subject, folded from its stored records. */
export function foldState(records: string): State {
  const state = emptyState();
  for (const { record, at, roles } of parse(records)) addRecord(state, record, { at, roles });
  return state;
}

/** The tally of a subject, folded from its stored records. @returns it and how many records there were. */
export async function foldTally(records: string, published: Published): Promise<{ tally: Tally; count: number }> {
  const evidence = new Map<string, Evidence>();
  const ended = new Set<string>();
  const tally = emptyTally();
  const quizzes = new Set<string>();
  let count = 0;
  for (const { record, at, roles } of parse(records)) {
    count += 1;
    const one = evidenceOf(record, { at, roles });
    if (one) evidence.set(record.id, one);
    if (one?.kind === 'quiz') quizzes.add(one.snapshot);
    if (isEnding(record)) {
      tally.endings += 1;
      ended.add((record.body as unknown as RecordVoided).record);
    }
  }
  const markOf = await published.marker(quizzes);
  for (const [id, one] of evidence) if (!ended.has(id)) addToTally(tally, one, one.kind === 'quiz' ? markOf(id, one) : null);
  return { tally, count };
}
