import type { DataSource } from 'typeorm';
import type { ConnectionOptions } from '../config/options.ts';
import { dataSource } from './data-source.ts';
import { checkFeedIdentity } from './feed-identity.ts';

/** Any number: replicas that start together take turns at the migrations. */
const MIGRATION_LOCK = 7_140_117;

/** Brings the schema up to date as its owner, then opens the pool under the application's role. */
export async function openDatabase(connection: ConnectionOptions): Promise<{ source: DataSource; feedId: string }> {
  const owner = await dataSource(connection, 'owner').initialize();
  let feedId: string;
  try {
    // The owner's pool has one connection, so the lock and the migrations share a session.
    await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await owner.runMigrations();
    feedId = await checkFeedIdentity(owner);
  } finally {
    await owner.destroy();
  }
  return { source: await dataSource(connection, 'app').initialize(), feedId };
}
