import { pathToFileURL } from 'node:url';
import { OperatorError } from '../../operator-error.mjs';
import type { Connection } from '../postgres/address.ts';
import { inRepository } from '../root.ts';
import type { S3Config } from './config.ts';
import { listenRefusal } from './port.ts';

/** What the api is started with. */
export interface ApiStart {
  connection: Connection | { connectionString: string };
  host: string;
  port: number;
  publicUrl?: string;
  demo: boolean;
  /** Folder for media files and for uploads under way. */
  mediaDir?: string;
  /** The bucket that media files lie in instead. */
  mediaS3?: S3Config;
  /** Folder of recordings to publish instead of the project's own. */
  narration?: string;
  /** Proxies whose X-Forwarded-For is believed. */
  trustProxy?: string;
}

/** The api once it listens. */
export interface RunningApi {
  url: string;
  firstCoordinatorLink?: string;
  close(): Promise<void>;
}

/** Starts the built api in this process. */
export async function startBuiltApi(options: ApiStart): Promise<RunningApi> {
  const main = pathToFileURL(inRepository('apps', 'api', 'dist', 'main.js')).href;
  const { startApi } = (await import(main)) as { startApi(options: ApiStart): Promise<RunningApi> };
  try {
    return await startApi(options);
  } catch (error) {
    throw explain(error, options);
  }
}

const databaseCauses: Record<string, string> = {
  ECONNREFUSED: 'no PostgreSQL answers there: start it, or correct DATABASE_URL',
  ENOTFOUND: 'there is no such host: correct DATABASE_URL',
  EAI_AGAIN: 'the host could not be looked up: check the network, or correct DATABASE_URL',
  ETIMEDOUT: 'it does not answer: check the network, or correct DATABASE_URL',
  ENOENT: 'there is no PostgreSQL: correct DATABASE_URL',
  '28P01': 'it refuses the password: correct DATABASE_URL',
  '28000': 'it refuses this user: correct DATABASE_URL',
  '3D000': 'there is no such database: create it, or correct DATABASE_URL',
  '42501': 'this user may not create what is needed: let it own the database and give it CREATEROLE, or let an administrator run «CREATE ROLE seek_justice_app» and grant that role to it',
  '53300': 'it has no connection left: raise max_connections',
  '57P03': 'it is a standby or just starting: give the address of the primary in DATABASE_URL, or promote this one',
};

function explain(error: unknown, { connection, host, port }: ApiStart): unknown {
  const code = codeOf(error);
  if (code === 'EADDRINUSE' || code === 'EADDRNOTAVAIL') return listenRefusal(error as NodeJS.ErrnoException, host, port);
  if (code === 'SCHEMA_NEWER') return new OperatorError((error as Error).message);
  const cause = databaseCauses[code ?? ''];
  if (cause && 'connectionString' in connection) return new OperatorError(`The database of DATABASE_URL cannot be used, ${cause}.`);
  return error;
}

function codeOf(error: unknown): string | undefined {
  const { code, cause, errors } = (error ?? {}) as { code?: string; cause?: unknown; errors?: unknown[] };
  return code ?? (cause ? codeOf(cause) : undefined) ?? (errors?.length ? codeOf(errors[0]) : undefined);
}
