import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../../operator-error.mjs';
import { isAlive, isPostmasterOf } from './process-facts.ts';

// Beyond what any system gives to a process.
const nobody = 2_147_483_646;

/** Stops a PostgreSQL that outlived the process that started it, and clears up after one that was killed. */
export async function stopOrphan(cluster: string, say: (line: string) => void): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [first = '', ...rest] = readFileSync(file, 'utf8').split('\n');
  const pid = Number(first);
  if (!(pid > 0) || !isAlive(pid)) return;
  if (!isPostmasterOf(pid, cluster)) {
    // The number now belongs to another program, which PostgreSQL would take for itself. Only the number is
    // changed: the rest lets PostgreSQL see whether old server processes still use its shared memory.
    writeFileSync(file, [String(nobody), ...rest].join('\n'));
    return;
  }
  say(`The database of an earlier run is still working (process ${pid}): stopping it first.`);
  for (const [signal, patience] of [['SIGINT', 20_000], ['SIGQUIT', 10_000], ['SIGKILL', 5_000]] as const) {
    send(pid, signal);
    if (await gone(pid, cluster, patience)) return;
  }
  throw new OperatorError(`The database of an earlier run (process ${pid}) does not stop: end that process and start again.`);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself in the meantime, or belongs to somebody else: waiting tells.
  }
}

async function gone(pid: number, cluster: string, patience: number): Promise<boolean> {
  // Not by its number, which stays until the process that adopted it takes note.
  for (const end = Date.now() + patience; Date.now() < end; await sleep(25)) if (!isPostmasterOf(pid, cluster)) return true;
  return false;
}
