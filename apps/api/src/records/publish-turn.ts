import { setTimeout } from 'node:timers/promises';
import type { Database } from '../database/database.ts';

/** Any number: processes take turns at publishing, and at what must not happen beside it. */
const PUBLISH_LOCK = 7_140_119;
/** Making all pages may take longer than a statement is allowed to: nobody waits inside of one. */
const LOOK_AGAIN_MS = 100;
const PATIENCE_MS = 60_000;

/**
 * Does something while no process publishes or makes pages.
 * @throws Error when others are at it for longer than a minute.
 */
export async function inTurn<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  try {
    for (const end = Date.now() + PATIENCE_MS; ; await setTimeout(LOOK_AGAIN_MS)) {
      const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [PUBLISH_LOCK]);
      if (rows[0]?.mine) break;
      if (Date.now() > end) throw new Error('somebody else has been publishing for a minute');
    }
    return await work();
  } finally {
    // Ends the session with its lock, also where the connection was lost meanwhile.
    client.release(true);
  }
}
