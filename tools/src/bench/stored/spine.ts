import { pathToFileURL } from 'node:url';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import type { Connection } from '../../postgres/address.ts';
import { inRepository } from '../../root.ts';

interface Prepared {
  envelope: Envelope;
  text: string;
  hash: Buffer;
  account: string;
  roles: string[];
  via: 'session';
}

type Made = new (...parts: unknown[]) => unknown;

/** The parts of the built API that fold records, without its HTTP. */
export interface Spine {
  append(records: readonly Prepared[]): Promise<string[]>;
  rebuild(): Promise<{ subjects: number; records: number }>;
  close(): Promise<void>;
}

/** Opens them on a database that a started API has made ready. */
export async function openSpine(connection: Connection): Promise<Spine> {
  const built = async (...path: string[]) => (await import(pathToFileURL(inRepository('apps', 'api', 'dist', ...path)).href)) as Record<string, unknown>;
  const { openDatabase } = (await built('database', 'open.js')) as { openDatabase(to: Connection): Promise<{ source: { destroy(): Promise<void> }; feedId: string }> };
  const [{ Database }, { Listener }, { Published }, { AppendRepository }] = (await Promise.all([
    built('database', 'database.js'),
    built('database', 'listener.js'),
    built('records', 'published.js'),
    built('records', 'append.repository.js'),
  ])) as [{ Database: Made }, { Listener: Made }, { Published: Made }, { AppendRepository: Made }];
  const { rebuild } = (await built('records', 'rebuild.js')) as { rebuild(database: unknown, published: unknown): ReturnType<Spine['rebuild']> };
  const { source, feedId } = await openDatabase(connection);
  const database = new Database(source, feedId);
  const published = new Published(database, new Listener(database));
  const repository = new AppendRepository(database, published) as Pick<Spine, 'append'>;
  return { append: (records) => repository.append(records), rebuild: () => rebuild(database, published), close: () => source.destroy() };
}
