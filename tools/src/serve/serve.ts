import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { buildIfNeeded } from '../build/build-if-needed.ts';
import { inRepository } from '../root.ts';
import { startBuiltApi } from './api.ts';
import type { RunningApi } from './api.ts';
import { isReadingOnly } from './config.ts';
import type { ServeConfig } from './config.ts';
import { keepDatabase } from './database.ts';
import { checkPort } from './port.ts';
import { stopSignal, untilAborted } from './stop-signal.ts';

/** What differs between `npm start` and `npm run demo`. */
export interface Serving {
  config: ServeConfig;
  /** Gives the data directory: of media files, and of the embedded database unless DATABASE_URL is set. */
  dataDir: () => Promise<string> | string;
  demo: boolean;
  announce: (api: RunningApi) => void;
}

// A page that is still being read must not keep the machine's owner waiting.
const patience = 4_000;

/** Runs the whole product until it is asked to stop, then closes the API before the database. */
export async function serve({ config, dataDir, demo, announce }: Serving): Promise<void> {
  process.env.NODE_ENV ??= 'production';
  const asked = stopSignal();
  const open: (() => Promise<void>)[] = [];
  enableCompileCache(inRepository('node_modules', '.cache', 'seek-justice-compiled'));
  try {
    await checkPort(config.host, config.port);
    const data = await dataDir();
    const database = config.databaseUrl ? undefined : await keepDatabase(data, console.log);
    if (database) open.push(database.stop);
    if (asked.aborted) return;
    await buildIfNeeded(console.log);
    if (asked.aborted) return;
    const connection = database?.connection ?? { connectionString: config.databaseUrl as string };
    const { host, port, publicUrl, trustProxy, mediaS3 } = config;
    const narration = config.narration && resolve(config.narration);
    const mediaDir = join(data, 'media');
    const api = await startBuiltApi({ connection, host, port, publicUrl, demo, trustProxy, mediaDir, mediaS3, narration });
    open.push(() => Promise.race([api.close(), new Promise<void>((resolve) => setTimeout(resolve, patience).unref())]));
    announce(api);
    if (isReadingOnly(config)) {
      console.log('Signing in is off, here and elsewhere, because this address is not protected: only reading works. Set PUBLIC_URL to an https address, or start without HOST to sign in on this machine.');
    }
    const failure = await Promise.race([untilAborted(asked), database?.lost ?? new Promise<never>(() => {})]);
    if (failure) throw failure;
    console.log('Stopping …');
  } catch (error) {
    // Ctrl-C also ends the children that were being waited for.
    if (!asked.aborted) throw error;
  } finally {
    for (const close of open.reverse()) await close().catch((error: Error) => console.error(`While stopping: ${error.message}`));
  }
}
