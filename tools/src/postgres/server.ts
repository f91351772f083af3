import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { asUser } from './initialise.ts';
import { asArguments } from './settings.ts';
import type { Settings } from './settings.ts';
import type { SystemUser } from './system-user.ts';

const linesKept = 40;

/** A running PostgreSQL process. */
export interface Server {
  pid: number;
  /** Resolves when it has ended, whatever the reason, with its last lines. */
  ended: Promise<string[]>;
  stop(): Promise<void>;
}

/** What a PostgreSQL that never got ready said. */
export class NotReady extends Error {
  readonly lines: string[];
  /** Somebody ended it; it did not refuse. */
  readonly killed: boolean;
  constructor(lines: string[], killed: boolean) {
    super(lines.at(-1) ?? 'PostgreSQL ended');
    this.lines = lines;
    this.killed = killed;
  }
}

/** Starts the process and waits until it accepts connections. */
export async function launch(cluster: string, binaries: Binaries, user: SystemUser | undefined, settings: Settings, log: (line: string) => void): Promise<Server> {
  const child = spawn(binaries.postgres, ['-D', cluster, ...asArguments(settings)], {
    ...asUser(user),
    // A group of its own: Ctrl-C in the terminal must reach the API first.
    detached: process.platform !== 'win32',
    windowsHide: true,
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // A standby never says more; a restored copy says that on the way to being more.
  const readiness = existsSync(join(cluster, 'standby.signal')) ? 'ready to accept read-only connections' : 'ready to accept connections';
  const last: string[] = [];
  const lines = createInterface({ input: child.stderr });
  const ended = new Promise<string[]>((resolve) => {
    child.once('error', (error) => resolve([...last, error.message]));
    child.once('close', () => resolve(last));
  });
  const ready = new Promise<true>((resolve) => {
    lines.on('line', (line) => {
      log(line);
      last.push(line);
      if (last.length > linesKept) last.shift();
      if (line.includes(readiness)) resolve(true);
    });
  });
  const outcome = await Promise.race([ready, ended]);
  if (outcome !== true) throw new NotReady(outcome, child.signalCode !== null);
  return { pid: child.pid as number, ended, stop: () => stop(child, ended, cluster, binaries) };
}

async function stop(child: ChildProcess, ended: Promise<unknown>, cluster: string, binaries: Binaries): Promise<void> {
  const running = () => child.exitCode === null && child.signalCode === null;
  const within = (patience: number) => Promise.race([ended, sleep(patience, undefined, { ref: false })]);
  if (process.platform === 'win32') {
    execFile(binaries.pgCtl, ['stop', '-m', 'fast', '-D', cluster]);
    await within(20_000);
  }
  for (const [signal, patience] of [['SIGINT', 20_000], ['SIGQUIT', 10_000], ['SIGKILL', 5_000]] as const) {
    if (!running()) break;
    child.kill(signal);
    await within(patience);
  }
  await ended;
}
