import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../../operator-error.mjs';
import { databaseName, passwordOf } from './address.ts';
import type { Binaries } from './binaries.ts';
import { clusterIn } from './places.ts';
import { refusal } from './refusal.ts';
import type { SystemUser } from './system-user.ts';

/**
 * Makes the cluster and its database unless they exist. Built under another name
 * and renamed when complete, so that a start that was cut off leaves nothing half made.
 */
export function initialise(dataDir: string, binaries: Binaries, user: SystemUser | undefined): void {
  const cluster = clusterIn(dataDir);
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith('postgres.new')) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  rmSync(cluster, { recursive: true, force: true });
  const half = join(dataDir, 'postgres.new');
  mkdirSync(half, { mode: 0o700 });
  if (user) chownSync(half, user.uid, user.gid);
  const run = (program: string, args: string[], input?: string) => {
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
    const done = spawnSync(program, args, { ...asUser(user), env, input, encoding: 'utf8', cwd: '/' });
    if (done.status !== 0) throw refusal(dataDir, logOf(done));
  };
  run(binaries.initdb, ['-D', half, '-U', databaseName, ...encoding, ...access(dataDir)]);
  run(binaries.postgres, ['--single', '-D', half, '-c', 'log_checkpoints=off', 'postgres'], `CREATE DATABASE ${databaseName}\n`);
  renameSync(half, cluster);
}

const encoding = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

function access(dataDir: string): string[] {
  if (process.platform !== 'win32') return ['--auth-local=trust', '--auth-host=reject'];
  passwordOf(dataDir);
  return ['--auth=scram-sha-256', `--pwfile=${join(dataDir, 'postgres-password')}`];
}

/** The options of a child process that runs as PostgreSQL's user. */
export function asUser(user: SystemUser | undefined): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

function logOf({ error, stderr }: { error?: Error; stderr: string | null }): string[] {
  if (error && (error as NodeJS.ErrnoException).code === 'EPERM') {
    throw new OperatorError('This process may not change to another user: start it as an ordinary user, not as root.');
  }
  return [...(stderr ?? '').split('\n'), ...(error ? [error.message] : [])];
}
