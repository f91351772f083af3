import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../../operator-error.mjs';
import { defaultDataDir, clusterIn } from '../postgres/places.ts';
import { isDiskFull } from '../postgres/refusal.ts';
import { startPostgres } from '../postgres/start-postgres.ts';
import type { RunningPostgres } from '../postgres/start-postgres.ts';
import type { Connection } from '../postgres/address.ts';
import { systemUserFor } from '../postgres/system-user.ts';
import { root } from '../root.ts';

// One that keeps ending this soon after it was started will not get better by itself.
const tooSoon = 2_000;
const mostInARow = 20;
// Room is made by people: asking oftener brings nothing.
const roomAgainMs = 2_000;

/** A database that is started again when it is killed. */
export interface KeptDatabase {
  connection: Connection;
  /** Resolves with one line in words when it could not be brought back. */
  lost: Promise<Error>;
  stop(): Promise<void>;
}

/** The data directory that the operator chose, or the default one. */
export function chooseDataDir(chosen: string | undefined, say: (line: string) => void): string {
  if (chosen) return resolve(chosen);
  const here = resolve(root, 'data');
  const { dataDir, moved } = defaultDataDir(root, systemUserFor(clusterIn(here)));
  if (moved) say(`The data is kept in ${dataDir}, because PostgreSQL's user cannot enter ${here}.`);
  return dataDir;
}

/** Starts PostgreSQL, and again when somebody else ends it. */
export async function keepDatabase(dataDir: string, say: (line: string) => void): Promise<KeptDatabase> {
  let startedAt = 0;
  let inARow = 0;
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  let lose: (error: Error) => void = () => {};
  const lost = new Promise<Error>((resolve) => (lose = resolve));

  const start = async () => {
    const started = await startPostgres({ dataDir, say, onExit: (lines) => (restarting = isDiskFull(lines) ? whenThereIsRoom() : again()) });
    startedAt = Date.now();
    return started;
  };
  const whenThereIsRoom = async () => {
    say('The disk is full: make room. Until then nothing new is taken in; nothing that was confirmed is lost.');
    for (;;) {
      await sleep(roomAgainMs);
      if (stopping) return;
      try {
        running = await start();
        return say('The database is back.');
      } catch (error) {
        if (!isDiskFull((error as OperatorError).details ?? [])) return lose(error as Error);
      }
    }
  };
  const again = async () => {
    if (stopping) return;
    inARow = Date.now() - startedAt < tooSoon ? inARow + 1 : 0;
    if (inARow >= mostInARow) {
      return lose(new OperatorError('The database ends again and again: find out who ends it, then start again. Nothing that was confirmed is lost.'));
    }
    say('The database was ended from outside: starting it again. Nothing that was confirmed is lost.');
    try {
      running = await start();
      say('The database is back.');
    } catch (error) {
      if (isDiskFull((error as OperatorError).details ?? [])) return whenThereIsRoom();
      lose(error as Error);
    }
  };

  let running: RunningPostgres = await start();
  const stop = async () => {
    stopping = true;
    await restarting;
    await running.stop();
  };
  return { connection: running.connection, lost, stop };
}
