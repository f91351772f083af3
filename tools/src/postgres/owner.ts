import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../../operator-error.mjs';
import { identityOf } from './process-facts.ts';

const ownerFile = (dataDir: string) => join(dataDir, 'owner.json');

interface Owner {
  pid: number;
  identity: string;
}

/** The living process that runs the database of this data directory, if there is one. */
export function ownerOf(dataDir: string): number | undefined {
  try {
    const owner = JSON.parse(readFileSync(ownerFile(dataDir), 'utf8')) as Owner;
    return identityOf(owner.pid) === owner.identity ? owner.pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Claims the data directory for this process, so that a second start never stops
 * a database under a first one that still works. Returns what gives it back.
 */
export function claim(dataDir: string): () => void {
  const owner: Owner = { pid: process.pid, identity: identityOf(process.pid) ?? '' };
  for (let tries = 0; !write(dataDir, owner); tries += 1) {
    const other = ownerOf(dataDir);
    if (other !== undefined || tries === 3) {
      throw new OperatorError(
        `Process ${other ?? 'another one'} already uses the data directory ${dataDir}: stop it first, or give this one a DATA_DIR of its own.`,
      );
    }
    rmSync(ownerFile(dataDir), { force: true });
  }
  return () => rmSync(ownerFile(dataDir), { force: true });
}

function write(dataDir: string, owner: Owner): boolean {
  try {
    writeFileSync(ownerFile(dataDir), JSON.stringify(owner), { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
