// The built API as `npm start` runs it, without the database; ends when its parent lets go.
import { type ApiStart, startBuiltApi } from '../../serve/api.ts';

process.once('message', async (job: ApiStart) => {
  const api = await startBuiltApi(job);
  process.send?.({ url: api.url });
  process.once('disconnect', () => void api.close().finally(() => process.exit(0)));
});
