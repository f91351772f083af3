import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf } from './address.ts';
import type { Connection } from './address.ts';
import { binariesFor } from './binaries.ts';
import { prepareDataDirectory } from './data-directory.ts';
import { removeEmptyLocks } from './empty-locks.ts';
import { initialise } from './initialise.ts';
import { stopOrphan } from './orphan.ts';
import { claim } from './owner.ts';
import { clusterIn } from './places.ts';
import { refusal } from './refusal.ts';
import { NotReady, launch } from './server.ts';
import type { Server } from './server.ts';
import { smallMachine } from './settings.ts';
import type { Settings } from './settings.ts';
import { systemUserFor } from './system-user.ts';

/** Which database to run, and who hears of it. */
export interface PostgresOptions {
  dataDir: string;
  settings?: Settings;
  /** Every line that PostgreSQL writes. */
  log?: (line: string) => void;
  /** What an operator should know, in words. */
  say?: (line: string) => void;
  /** It ended although nobody stopped it; start it again with the same options. */
  onExit?: (lastLines: string[]) => void;
}

/** A PostgreSQL that accepts connections. */
export interface RunningPostgres {
  connection: Connection;
  pid: number;
  stop(): Promise<void>;
}

const nothing = () => {};

/** Runs the PostgreSQL of a data directory: makes it if it is new, recovers it if the last run was killed. */
export async function startPostgres({ dataDir, settings, log = nothing, say = nothing, onExit }: PostgresOptions): Promise<RunningPostgres> {
  const home = resolve(dataDir);
  const cluster = clusterIn(home);
  const user = systemUserFor(cluster);
  prepareDataDirectory(home, user);
  const release = await claim(home);
  try {
    const binaries = await binariesFor(user);
    await stopOrphan(cluster, say);
    initialise(home, binaries, user);
    const { connection, settings: address } = await addressOf(home, user);
    const server = await untilReady(home, () => {
      removeEmptyLocks([cluster, connection.host]);
      return launch(cluster, binaries, user, { ...smallMachine, ...settings, ...address }, log);
    });
    return supervise(server, connection, release, onExit);
  } catch (error) {
    release();
    throw error;
  }
}

// Processes of a server that was killed notice within moments; until then they hold its memory or its lock.
const leftovers = /shared memory block|lock file .* already exists/;
const patience = 20_000;

async function untilReady(dataDir: string, start: () => Promise<Server>): Promise<Server> {
  for (const end = Date.now() + patience; ; await sleep(250)) {
    try {
      return await start();
    } catch (error) {
      if (!(error instanceof NotReady)) throw error;
      const passing = error.killed || leftovers.test(error.lines.join('\n'));
      if (!passing || Date.now() > end) throw refusal(dataDir, error.lines);
    }
  }
}

function supervise(server: Server, connection: Connection, release: () => void, onExit: PostgresOptions['onExit']): RunningPostgres {
  let wanted = false;
  const over = server.ended.then((lines) => {
    release();
    if (!wanted) onExit?.(lines);
  });
  const stop = async () => {
    wanted = true;
    await server.stop();
    await over;
  };
  return { connection, pid: server.pid, stop };
}
