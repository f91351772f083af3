import type { DataSource } from 'typeorm';
import type { ConnectionOptions } from '../config/options.ts';
import { dataSource } from './data-source.ts';
import { FeedId } from './feed-id.ts';
import { answeringOn, type Answering, checkFeedIdentity } from './feed-identity.ts';
import { checkSchema } from './schema-version.ts';

/** Any number: replicas that start together take turns at the migrations. */
const MIGRATION_LOCK = 7_140_117;

/**
 * Brings the schema up to date as its owner, then opens the pool under the application's role.
 * @throws SchemaNewer, before anything is changed, when a later release has worked here.
 */
export async function openDatabase(connection: ConnectionOptions): Promise<{ source: DataSource; feedId: FeedId }> {
  const known = await asOwner(connection, async (owner) => {
    await answeringOn({ query: async (text) => ({ rows: await owner.query(text) }) });
    // The owner's pool has one connection, so the lock and the migrations share a session.
    await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await checkSchema(owner);
    await owner.runMigrations();
    return checkFeedIdentity(owner);
  });
  const feedId = new FeedId(known, () => asOwner(connection, checkFeedIdentity));
  return { source: await dataSource(connection, 'app', (client) => feedId.verify(client)).initialize(), feedId };
}

async function asOwner(connection: ConnectionOptions, work: (owner: DataSource) => Promise<Answering>): Promise<Answering> {
  const owner = await dataSource(connection, 'owner').initialize();
  try {
    return await work(owner);
  } finally {
    await owner.destroy();
  }
}
