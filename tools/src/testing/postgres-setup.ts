import { startPostgres } from '../postgres/start-postgres.ts';
import { throwAwayDirectory } from '../postgres/throw-away.ts';
import { shared } from './postgres-handle.ts';

/** Jest's globalSetup of the API's tests: one PostgreSQL for all files, found by `TEST_DATABASE` (JSON). */
export default async function setUp(): Promise<void> {
  const { dataDir, remove } = await throwAwayDirectory('test');
  // Thrown away at the end, so nothing has to outlive a power cut; tests that kill it start their own.
  const postgres = await startPostgres({ dataDir, settings: { fsync: 'off', max_connections: '200' } });
  process.env.TEST_DATABASE = JSON.stringify(postgres.connection);
  shared.stopPostgres = async () => {
    await postgres.stop();
    remove();
  };
}
