import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../../operator-error.mjs';
import { identityOf } from './process-facts.ts';

const ownerFile = (dataDir: string) => join(dataDir, 'owner.json');

// An earlier run that was killed from outside may just be closing.
const patience = 3_000;

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
export async function claim(dataDir: string): Promise<() => void> {
  const owner: Owner = { pid: process.pid, identity: identityOf(process.pid) ?? '' };
  for (const end = Date.now() + patience; !write(dataDir, owner); await sleep(50)) {
    const other = ownerOf(dataDir);
    if (other === undefined) rmSync(ownerFile(dataDir), { force: true });
    else if (other === process.pid || Date.now() > end) {
      throw new OperatorError(
        `Process ${other} already uses the data directory ${dataDir}: stop it first, or give this one a DATA_DIR of its own.`,
      );
    }
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
