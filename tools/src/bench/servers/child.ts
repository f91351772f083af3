import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. */
export interface ServerProcess {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a script of this folder and tells it what to do. With `BENCH_PROFILE` (a folder) it writes a CPU profile
 * when it ends.
 */
export async function startServer(script: 'api' | 'bare', job: object): Promise<ServerProcess> {
  const folder = process.env.BENCH_PROFILE;
  const execArgv = folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${script}-${Date.now()}.cpuprofile`] : [];
  const child = fork(fileURLToPath(import.meta.resolve(`./${script}.ts`)), { execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send(job);
  const ended = once(child, 'exit');
  const [said] = (await Promise.race([once(child, 'message'), ended.then(() => [undefined])])) as [{ url: string } | undefined];
  if (!said) throw new Error(`The ${script} server ended before it was ready.`);
  return {
    url: said.url,
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
