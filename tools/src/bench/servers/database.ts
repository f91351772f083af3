import type { Connection } from '../../postgres/address.ts';
import { startPostgres } from '../../postgres/start-postgres.ts';
import { throwAwayDirectory } from '../../postgres/throw-away.ts';

/** A directory that is thrown away afterwards, also when somebody presses Ctrl-C. */
export async function withDirectory<T>(work: (dataDir: string, atEnd: (stop: () => Promise<void>) => void) => Promise<T>): Promise<T> {
  const { dataDir, remove } = await throwAwayDirectory('bench');
  const stops: (() => Promise<void>)[] = [];
  const clear = async () => {
    for (const stop of stops.splice(0).reverse()) await stop().catch((error: Error) => console.error(error.message));
    remove();
  };
  const interrupted = () => void clear().finally(() => process.exit(130));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, interrupted);
  try {
    return await work(dataDir, (stop) => void stops.push(stop));
  } finally {
    for (const signal of signals) process.removeListener(signal, interrupted);
    await clear();
  }
}

/** A PostgreSQL with the settings of `npm start` (fsync on) on such a directory. */
export async function withDatabase<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  return withDirectory(async (dataDir, atEnd) => {
    const postgres = await startPostgres({ dataDir });
    atEnd(postgres.stop);
    return work(postgres.connection);
  });
}
