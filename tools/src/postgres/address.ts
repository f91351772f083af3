import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '../../operator-error.mjs';
import type { Settings } from './settings.ts';
import { shortHash } from './places.ts';
import { systemHome } from './system-home.ts';
import type { SystemUser } from './system-user.ts';

/** How the API reaches the database. */
export interface Connection {
  host: string;
  port: number;
  user: string;
  database: string;
  password?: string;
}

export const databaseName = 'seek_justice';

// Operating systems cut socket paths at 104 to 108 bytes.
const longestSocketPath = 100;

/** The connection of a data directory, the same at every start within one process, and the settings that open it. */
export async function addressOf(dataDir: string, user: SystemUser | undefined): Promise<{ connection: Connection; settings: Settings }> {
  const names = { user: databaseName, database: databaseName };
  if (process.platform === 'win32') {
    const port = (ports[dataDir] ??= await freePort());
    const connection = { host: '127.0.0.1', port, ...names, password: passwordOf(dataDir) };
    return { connection, settings: { listen_addresses: '127.0.0.1', port: String(port) } };
  }
  const host = socketDirectory(dataDir, user);
  const settings = { listen_addresses: '', unix_socket_directories: quoted(host), unix_socket_permissions: '0700', port: '5432' };
  return { connection: { host, port: 5432, ...names }, settings };
}

// PostgreSQL reads this setting as a list.
const quoted = (path: string) => `"${path.replaceAll('"', '""')}"`;

const ports: Record<string, number> = {};

function socketDirectory(dataDir: string, user: SystemUser | undefined): string {
  const short = `seek-justice-${process.getuid?.()}-${shortHash(dataDir)}`;
  const candidates = user
    ? [join(dataDir, 'run'), join(systemHome, `run-${shortHash(dataDir)}`)]
    : [join(dataDir, 'run'), join(process.env.XDG_RUNTIME_DIR ?? tmpdir(), short), join('/tmp', short)];
  const chosen = candidates.find((path) => Buffer.byteLength(join(path, '.s.PGSQL.5432')) <= longestSocketPath);
  const path = chosen ?? (candidates.at(-1) as string);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (user) chownSync(path, user.uid, user.gid);
  const made = lstatSync(path);
  // Whoever may enter this folder may speak to the database.
  if (!made.isDirectory() || made.uid !== (user?.uid ?? process.getuid?.()) || (made.mode & 0o077) !== 0) {
    throw new OperatorError(`The folder ${path} is not this program's own: remove it and start again.`);
  }
  return path;
}

/** The password of a database on TCP, kept beside it. */
export function passwordOf(dataDir: string): string {
  const file = join(dataDir, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
