import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { WholeJob } from '../servers/whole.ts';
import { kill, untilReady, type Victim } from './kill.ts';

/** The built app with its database, which is killed and comes back at the same place. */
export interface KillableServer {
  /** Its own address, past the line. */
  url: string;
  /** Kills, starts again, and resolves when it works again. */
  kill(victim: Victim): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it on a data directory; `port` is fixed, so that phones find it again. */
export async function startKillable(job: WholeJob): Promise<KillableServer> {
  const url = `http://127.0.0.1:${job.port}`;
  let child: ChildProcess;
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const start = async (): Promise<void> => {
    child = fork(fileURLToPath(import.meta.resolve('../servers/whole.ts')), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { ...process.env, LOG_LEVEL: 'silent', NODE_ENV: 'production' } });
    child.send(job);
    const ended = once(child, 'exit').then(() => null);
    if (!(await Promise.race([once(child, 'message'), ended]))) throw new Error('the server ended before it was ready');
  };
  await start();
  return {
    url,
    async kill(victim) {
      await kill(victim, child, job.dataDir);
      if (victim !== 'postmaster') await start();
      await untilReady(url, () => (isOver() ? 'the program ended although only its database was killed' : null));
    },
    async stop() {
      if (isOver()) return;
      const ended = once(child, 'exit');
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
