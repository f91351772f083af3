// Everything that `npm run demo` runs, on a directory that outlives it: made to be killed.
import { type ApiStart, startBuiltApi } from '../../serve/api.ts';
import { keepDatabase } from '../../serve/database.ts';

/** Where it keeps its data, and what the API is started with beside the database. */
export interface WholeJob extends Omit<ApiStart, 'connection'> {
  dataDir: string;
}

process.once('message', async ({ dataDir, ...options }: WholeJob) => {
  const database = await keepDatabase(dataDir, () => {});
  void database.lost.then((error) => {
    console.error(error.message);
    process.exit(1);
  });
  const api = await startBuiltApi({ connection: database.connection, ...options });
  process.send?.({ url: api.url });
  process.once('disconnect', () => void api.close().then(database.stop).finally(() => process.exit(0)));
});
