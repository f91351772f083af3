// The built API as a process of its own; ends when its parent lets go, however that happens.
import process from 'node:process';
import { startApi } from '../../../api/dist/main.js';

process.once('message', async ({ connection, demo, mediaDir, narration }) => {
  const api = await startApi({ connection, demo, mediaDir, narration, host: '127.0.0.1', port: 0 });
  process.send?.({ url: api.url, link: api.firstCoordinatorLink ?? null });
  process.once('disconnect', () => void api.close().finally(() => process.exit(0)));
});
