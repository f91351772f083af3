import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { chmod, chown, copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import pg from 'pg';
import type { Connection } from './address.ts';
import { clusterIn } from './places.ts';

/** What a copy does when it is started. */
export type Purpose =
  /** Takes in the WAL that lies in it and goes on by itself, on a timeline of its own: the feed starts anew. */
  | 'restore'
  /** Follows a primary until it is promoted. */
  | { follow: Connection };

/** Files of one start; and what PostgreSQL makes anew or would take for its own. */
const LEFT_OUT = /^(postmaster\.(pid|opts)|backup_label|(standby|recovery)\.signal|(pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.*|(.*\/)?pgsql_tmp.*)$/;
const WAL = /^pg_wal\/.+/;

/**
 * Copies the cluster of a running PostgreSQL into another data directory while it is written to: what pg_basebackup
 * does, which the built-in PostgreSQL lacks.
 * @param from data directory of the running one, readable for this process.
 * @param to data directory that holds no cluster yet.
 */
export async function copyCluster(connection: Connection, from: string, to: string, purpose: Purpose): Promise<void> {
  await mkdir(to, { recursive: true });
  const { uid, gid } = await stat(from);
  await own(to, uid, gid);
  const client = new pg.Client(connection);
  await client.connect();
  try {
    // The slot keeps the WAL of the copying time from being cleared away, and ends with this connection.
    await client.query("SELECT pg_create_physical_replication_slot('copy_' || pg_backend_pid(), true, true)");
    await client.query("SELECT pg_backup_start('copy', true)");
    await copyFiles(clusterIn(from), clusterIn(to), (file) => !LEFT_OUT.test(file) && !WAL.test(file));
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    await copyFiles(clusterIn(from), clusterIn(to), (file) => WAL.test(file));
    await write(clusterIn(to), 'backup_label', rows[0]?.labelfile ?? '');
  } finally {
    await client.end();
  }
  await prepare(clusterIn(to), purpose);
}

async function prepare(cluster: string, purpose: Purpose): Promise<void> {
  if (purpose === 'restore') {
    await write(cluster, 'recovery.signal', '');
    // There is no archive: all that is needed lies in pg_wal.
    appendFileSync(settingsOf(cluster), "restore_command = 'false'\n");
    return;
  }
  const { host, port, user, password } = purpose.follow;
  const parts = Object.entries({ host, port, user, ...(password ? { password } : {}) }).map(([name, value]) => `${name}='${String(value).replace(/['\\]/g, '\\$&')}'`);
  await write(cluster, 'standby.signal', '');
  appendFileSync(settingsOf(cluster), `primary_conninfo = '${parts.join(' ').replaceAll('\\', '\\\\').replaceAll("'", "''")}'\n`);
}

const settingsOf = (cluster: string) => join(cluster, 'postgresql.auto.conf');

/** Like `from` in owner and rights, so that PostgreSQL's own user can start it. Folders are kept also where the files in them are not. */
async function copyFiles(from: string, to: string, wanted: (file: string) => boolean, below = from): Promise<void> {
  const target = join(to, relative(from, below));
  const { uid, gid } = await stat(below);
  if (!existsSync(target)) {
    await mkdir(target, { recursive: true, mode: 0o700 });
    await own(target, uid, gid);
  }
  for (const entry of await readdir(below, { withFileTypes: true })) {
    const path = join(below, entry.name);
    const name = relative(from, path).replaceAll('\\', '/');
    if (entry.isDirectory() && !LEFT_OUT.test(name)) await copyFiles(from, to, wanted, path);
    else if (entry.isFile() && wanted(name)) await copyIfThere(path, join(to, name), uid, gid);
  }
}

async function copyIfThere(from: string, to: string, uid: number, gid: number): Promise<void> {
  try {
    await copyFile(from, to);
    await chmod(to, 0o600);
    await own(to, uid, gid);
  } catch (error) {
    // Tables are dropped and WAL is renamed meanwhile; the WAL that is replayed knows of it.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

async function write(cluster: string, name: string, text: string): Promise<void> {
  const { uid, gid } = await stat(cluster);
  writeFileSync(join(cluster, name), text, { mode: 0o600 });
  await own(join(cluster, name), uid, gid);
}

async function own(path: string, uid: number, gid: number): Promise<void> {
  if (process.platform !== 'win32') await chown(path, uid, gid);
}
