import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { systemHome } from './system-home.ts';
import type { SystemUser } from './system-user.ts';

/** The folder of PostgreSQL's own files in a data directory. */
export const clusterIn = (dataDir: string): string => join(dataDir, 'postgres');

/** A short name that stands for a path. */
export const shortHash = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 12);

/** Whether `user` (or we ourselves) can enter a directory, or the nearest one above it that exists. */
export function canEnter(directory: string, user: SystemUser | undefined): boolean {
  if (!user) return true;
  const { uid, gid } = user;
  try {
    // The kernel's own answer also knows about access lists and mounts, which mode bits do not.
    execFileSync('/bin/sh', ['-c', 'cd "$1"', 'sh', nearestExisting(directory)], { uid, gid, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function nearestExisting(path: string): string {
  const above = dirname(path);
  return existsSync(path) || above === path ? path : nearestExisting(above);
}

/** Where the data goes when nobody chose a place: `./data`, or below /var/lib where PostgreSQL's user cannot enter it. */
export function defaultDataDir(root: string, user: SystemUser | undefined): { dataDir: string; moved: boolean } {
  const here = resolve(root, 'data');
  const there = join(systemHome, `data-${shortHash(root)}`);
  // Data that is already there is never silently replaced by an empty place.
  if (existsSync(clusterIn(here)) || !user) return { dataDir: here, moved: false };
  if (existsSync(clusterIn(there)) || !canEnter(here, user)) return { dataDir: there, moved: true };
  return { dataDir: here, moved: false };
}
