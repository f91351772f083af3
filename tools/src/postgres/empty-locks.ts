import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LOCK = /^(?:postmaster\.pid|\.s\.PGSQL\.\d+\.lock)$/;

/**
 * Removes lock files without content: a server that was killed between making one and writing into it leaves such a
 * file, and PostgreSQL then refuses to start for ever. Only for who alone may start a server on these folders, and while
 * none of theirs is starting.
 */
export function removeEmptyLocks(folders: readonly string[]): void {
  for (const folder of folders.filter((one) => existsSync(one)))
    for (const name of readdirSync(folder).filter((one) => LOCK.test(one))) {
      const file = join(folder, name);
      if (statSync(file, { throwIfNoEntry: false })?.size === 0) rmSync(file, { force: true });
    }
}
