import type { Database } from '../database/database.ts';

/** What came of one phone's records. */
export interface Gap {
  device: string;
  received: number;
  /** Numbers below the highest that came which are not here: made on the phone, not (yet) delivered. */
  missing: number;
}

/** What came of each phone of these people, and what did not. */
export function readGaps(database: Database, subjects: readonly string[]): Promise<Gap[]> {
  return database.query<Gap>(
    `SELECT device, count(*)::int AS received, least(max(device_seq) + 1 - count(DISTINCT device_seq), 2147483647)::int AS missing
     FROM records WHERE actor = ANY($1) AND subject = ANY($1) AND device IS NOT NULL GROUP BY device ORDER BY min(received_at), device`,
    [subjects],
  );
}
