import type { PoolClient } from 'pg';
import { SITE } from '@seek-justice/seed/site.ts';
import type { Standing } from './standing.ts';

// A standing that stays the same is not written: most appends change none, and its indexes are the dear part.
const WRITE = `
  WITH new AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::boolean[], $6::timestamptz[])
      AS new (subject, tally, modules_done, lessons_done, begun, last_at)),
  told AS (
    UPDATE progress SET tally = new.tally::jsonb FROM new WHERE progress.subject = new.subject)
  INSERT INTO standing AS old (subject, modules_done, lessons_done, begun, last_on)
  SELECT subject, string_to_array(modules_done, ','), lessons_done, begun, (last_at AT TIME ZONE $7)::date FROM new
  ON CONFLICT (subject) DO UPDATE SET modules_done = excluded.modules_done, lessons_done = excluded.lessons_done,
    begun = excluded.begun, last_on = excluded.last_on
  WHERE (old.modules_done, old.lessons_done, old.begun, old.last_on)
    IS DISTINCT FROM (excluded.modules_done, excluded.lessons_done, excluded.begun, excluded.last_on)`;

/** Writes tallies and standings of subjects whose progress rows the transaction has locked, in one statement. */
export async function writeStandings(client: Pick<PoolClient, 'query'>, standings: readonly Standing[]): Promise<void> {
  await client.query({
    name: 'write-standings',
    text: WRITE,
    values: [
      standings.map(({ subject }) => subject),
      standings.map(({ tally }) => JSON.stringify(tally)),
      standings.map(({ modulesDone }) => modulesDone.join(',')),
      standings.map(({ lessonsDone }) => lessonsDone),
      standings.map(({ begun }) => begun),
      standings.map(({ whole }) => whole.lastAt),
      SITE.timeZone,
    ],
  });
}
