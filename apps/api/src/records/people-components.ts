import type { PoolClient } from 'pg';
import { components } from '@seek-justice/domain/progress/components.ts';
import { isEnding } from '@seek-justice/domain/records/state.ts';
import { mergeEdge, type PeopleMerged } from '@seek-justice/domain/records/types/people-merged/shape.ts';
import type { RecordVoided } from '@seek-justice/domain/records/types/record-voided/shape.ts';
import type { Prepared } from './prepared.ts';

type Client = Pick<PoolClient, 'query'>;

/** Everybody who was ever joined to these people, over edges that hold or were ended. */
const REACH = `
  WITH RECURSIVE reach (subject) AS (
    SELECT unnest($1::uuid[])
    UNION
    SELECT CASE WHEN e.one = r.subject THEN e.other ELSE e.one END FROM reach r JOIN merge_edges e ON r.subject IN (e.one, e.other))
  SELECT subject FROM reach`;

const HOLDING = `
  SELECT one, other FROM merge_edges e
  WHERE one = ANY($1) AND NOT EXISTS (SELECT 1 FROM endings n WHERE n.record = e.record AND n.subject = e.one)`;

/** Two merges that meet in one person must see each other. */
const ONE_AT_A_TIME = `SELECT pg_advisory_xact_lock(hashtext('merge-people'))`;

/** The members of each component, by its members: only of subjects that are merged with others. */
export async function membersOf(client: Client, subjects: readonly string[]): Promise<Map<string, readonly string[]>> {
  const { rows } = await client.query<{ subject: string; members: string[] }>({
    name: 'members-of',
    text: `SELECT m.subject, array_agg(o.subject ORDER BY o.subject) AS members
           FROM merged_people m JOIN merged_people o ON o.person = m.person WHERE m.subject = ANY($1) GROUP BY m.subject`,
    values: [subjects],
  });
  return new Map(rows.map(({ subject, members }) => [subject, members]));
}

/**
 * Writes down what new records say of who is one person, and of what they end.
 * @returns the subjects whose component may have changed.
 */
export async function noteMerges(client: Client, fresh: readonly Prepared[]): Promise<string[]> {
  const edges = fresh.filter(({ envelope }) => envelope.type === 'people.merged' && envelope.v === 1).map(({ envelope }) => mergeEdge(envelope, envelope.body as unknown as PeopleMerged));
  // Only a coordinator parts people: what somebody ends of their own is no matter of who they are.
  const ended = fresh.filter(({ envelope }) => isEnding(envelope) && envelope.actor !== envelope.subject).map(({ envelope }) => ({ record: (envelope.body as unknown as RecordVoided).record, subject: envelope.subject, by: envelope.id }));
  if (edges.length + ended.length === 0) return [];
  await client.query(ONE_AT_A_TIME);
  await client.query('INSERT INTO merge_edges (record, one, other) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) ON CONFLICT DO NOTHING', [
    edges.map(({ record }) => record),
    edges.map(({ one }) => one),
    edges.map(({ other }) => other),
  ]);
  await client.query('INSERT INTO endings (record, subject, by_record) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) ON CONFLICT DO NOTHING', [
    ended.map(({ record }) => record),
    ended.map(({ subject }) => subject),
    ended.map(({ by }) => by),
  ]);
  const { rows } = await client.query<{ one: string; other: string }>(
    `SELECT one, other FROM merge_edges WHERE record = ANY($1) UNION
     SELECT e.one, e.other FROM merge_edges e JOIN unnest($2::uuid[], $3::uuid[]) AS n (record, subject) ON n.record = e.record AND n.subject = e.one`,
    [edges.map(({ record }) => record), ended.map(({ record }) => record), ended.map(({ subject }) => subject)],
  );
  const touched = rows.flatMap(({ one, other }) => [one, other]);
  return touched.length > 0 ? regroup(client, touched) : [];
}

/** Makes the components of these people anew from the edges that hold. @returns everybody whom that may concern. */
async function regroup(client: Client, touched: readonly string[]): Promise<string[]> {
  const { rows: reached } = await client.query<{ subject: string }>(REACH, [touched]);
  const everybody = reached.map(({ subject }) => subject);
  const { rows: holding } = await client.query<{ one: string; other: string }>(HOLDING, [everybody]);
  const groups = components(holding);
  // Listed by whoever has a card, and of those by whoever was there first.
  const { rows: ages } = await client.query<{ id: string }>(`SELECT id FROM people WHERE id = ANY($1) ORDER BY origin = 'joined', created_at, id`, [everybody]);
  const first = (members: readonly string[]): string => ages.find(({ id }) => members.includes(id))?.id ?? members[0] ?? '';
  await client.query('DELETE FROM merged_people WHERE subject = ANY($1)', [everybody]);
  await client.query('INSERT INTO merged_people (subject, person) SELECT * FROM unnest($1::uuid[], $2::uuid[])', [
    [...groups.keys()],
    [...groups.values()].map(first),
  ]);
  return everybody;
}

/** Makes what is known of merges anew from the records: it is droppable like everything that follows from them. */
export async function rebuildMerges(client: Client): Promise<void> {
  await client.query(ONE_AT_A_TIME);
  await client.query('DELETE FROM merge_edges');
  await client.query('DELETE FROM endings');
  await client.query('DELETE FROM merged_people');
  await client.query(`INSERT INTO endings SELECT (body ->> 'record')::uuid, subject, id FROM records WHERE type = 'record.voided' AND v = 1 AND actor <> subject`);
  await client.query(`INSERT INTO merge_edges SELECT id, subject, (body ->> 'other')::uuid FROM records WHERE type = 'people.merged' AND v = 1`);
  const { rows } = await client.query<{ one: string }>('SELECT one FROM merge_edges');
  if (rows.length > 0) await regroup(client, rows.map(({ one }) => one));
}
