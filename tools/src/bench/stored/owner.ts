import pg from 'pg';
import type { Connection } from '../../postgres/address.ts';

/** Does something as the database's owner, past all permissions. */
export async function asOwner<T>(connection: Connection, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client(connection);
  // A query under way rejects by itself.
  owner.on('error', () => {});
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
