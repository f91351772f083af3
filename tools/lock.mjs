import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while no other process runs work of the same name for the same directory.
 * @template T
 * @param {string} directory
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when another process has to be waited for
 * @returns {Promise<T>}
 */
export async function exclusively(directory, name, work, onWait) {
  const key = createHash('sha256').update(directory).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `seek-justice-locks-${userInfo().username}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${name}-${key}`);
  for (let waited = false; !take(file); waited = true) {
    if (!waited) onWait?.();
    await sleep(250);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch {
    if (!holderLives(file)) rmSync(file, { force: true });
    return false;
  }
}

// Longer than any install or build: its number then belongs to some other process.
const stale = 20 * 60_000;

/** @param {string} file */
function holderLives(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > stale) return false;
    const pid = Number(readFileSync(file, 'utf8'));
    // An empty file belongs to a holder that is just writing its number.
    if (pid > 0) process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
