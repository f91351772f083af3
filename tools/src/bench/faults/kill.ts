import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusterIn } from '../../postgres/places.ts';

/** What is killed: the program, the database's postmaster below it, or both. */
export type Victim = 'program' | 'postmaster' | 'both';
export const VICTIMS: readonly Victim[] = ['program', 'postmaster', 'both'];

/** Kills without a word what runs on a data directory; nothing of it can clear up behind itself. */
export async function kill(victim: Victim, program: ChildProcess, dataDir: string): Promise<void> {
  const postmaster = Number(readFileSync(join(clusterIn(dataDir), 'postmaster.pid'), 'utf8').split('\n')[0]);
  if (victim !== 'postmaster') {
    program.kill('SIGKILL');
    await once(program, 'exit');
  }
  if (victim === 'program') return;
  try {
    process.kill(postmaster, 'SIGKILL');
  } catch (error) {
    // It had ended with the program already: that is a kill too.
    if ((error as { code?: string }).code !== 'ESRCH') throw error;
  }
}

/** Waits until the server says that it can do all of its work. `over` says why it never will. */
export async function untilReady(url: string, over: () => string | null): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const ready = await fetch(`${url}/health/ready`).then(({ status }) => status === 200, () => false);
    if (ready) return;
    const why = over();
    if (why) throw new Error(why);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the server did not come back');
}
