import 'reflect-metadata';
import type { ConnectionOptions } from './config/options.ts';
import { Database } from './database/database.ts';
import { Listener } from './database/listener.ts';
import { openDatabase } from './database/open.ts';
import { Published } from './records/published.ts';
import { type Rebuilt, rebuild } from './records/rebuild.ts';

/** Folds all progress anew from the records, for an operator. Safe beside a running server. */
export async function rebuildAll(connection: ConnectionOptions): Promise<Rebuilt> {
  const { source, feedId } = await openDatabase(connection);
  const database = new Database(source, feedId);
  try {
    return await rebuild(database, new Published(database, new Listener(database)));
  } finally {
    await source.destroy();
  }
}
