import { accessSync, chownSync, constants, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorError } from '../../operator-error.mjs';
import { canEnter, clusterIn } from './places.ts';
import type { SystemUser } from './system-user.ts';

const majorVersion = '18';

/** Makes the data directory ready for PostgreSQL's user, or says in words why it cannot be used. */
export function prepareDataDirectory(dataDir: string, user: SystemUser | undefined): void {
  const found = statOrRefuse(dataDir);
  if (found && !found.isDirectory()) {
    throw new OperatorError(`The data directory ${dataDir} is a file: choose a folder as DATA_DIR.`);
  }
  if (!canEnter(dataDir, user)) refuseEntry(dataDir, user);
  if (!found) make(dataDir, user);
  if (!user) refuseUnlessOurs(dataDir);
  if (!canEnter(dataDir, user)) refuseEntry(dataDir, user);
  checkVersion(clusterIn(dataDir));
}

function statOrRefuse(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    throw unreadable(path);
  }
}

function make(dataDir: string, user: SystemUser | undefined): void {
  // One by one: Node's own recursive mkdir never returns where a file system such as /proc answers "no such folder".
  const above = dirname(dataDir);
  if (above !== dataDir && !existsSync(above)) make(above, user);
  try {
    mkdirSync(dataDir);
    if (user) chownSync(dataDir, user.uid, user.gid);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code === 'ENOSPC') throw new OperatorError(`The disk is full: make room and start again (${dataDir}).`);
    throw new OperatorError(`The data directory ${dataDir} could not be made (${code}): choose a folder you may write to as DATA_DIR.`);
  }
}

function refuseUnlessOurs(dataDir: string): void {
  const cluster = clusterIn(dataDir);
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    if (existsSync(cluster)) accessSync(cluster, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw unreadable(dataDir);
  }
}

function unreadable(dataDir: string): OperatorError {
  return new OperatorError(
    `The data directory ${dataDir} cannot be read and written: give this user access to it, or choose another folder as DATA_DIR.`,
  );
}

function refuseEntry(dataDir: string, user: SystemUser | undefined): never {
  throw new OperatorError(
    `The data directory ${dataDir} cannot be entered by PostgreSQL's user ${user?.name}: ` +
      'let others enter it and the folders above it ("chmod o+x"), or choose another folder as DATA_DIR.',
  );
}

function checkVersion(cluster: string): void {
  if (!existsSync(cluster)) return;
  const file = join(cluster, 'PG_VERSION');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  if (version === majorVersion) return;
  if (version === undefined && readdirSync(cluster).length === 0) return;
  throw new OperatorError(
    version === undefined
      ? `${cluster} is not a database of this program: move it away, or choose another folder as DATA_DIR.`
      : `${cluster} was made by PostgreSQL ${version}, this program has ${majorVersion}: start it with the release that made it.`,
  );
}
