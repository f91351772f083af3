import { startPostgres } from '../postgres/start-postgres.ts';
import { throwAwayDirectory } from '../postgres/throw-away.ts';
import { shared } from './postgres-handle.ts';

/**
 * Jest's globalSetup of the tests that need a database: a PostgreSQL for each worker, found by `TEST_DATABASES` (JSON, in the
 * order of the workers' numbers). Transaction numbers belong to the whole cluster: one that a file holds open would hide rows
 * from the feed of another file on the same one.
 */
export default async function setUp({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  const clusters = await Promise.all(Array.from({ length: maxWorkers }, startCluster));
  process.env.TEST_DATABASES = JSON.stringify(clusters.map(({ connection }) => connection));
  shared.stopPostgres = async () => void (await Promise.all(clusters.map(({ stop }) => stop())));
}

async function startCluster() {
  const { dataDir, remove } = await throwAwayDirectory('test');
  // Thrown away at the end, so nothing has to outlive a power cut; tests that kill it start their own.
  const { connection, stop } = await startPostgres({ dataDir, settings: { fsync: 'off', max_connections: '200' } });
  return {
    connection,
    stop: async () => {
      await stop();
      remove();
    },
  };
}
