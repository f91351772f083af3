import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newDatabase, runOn } from '../../../api/test/support/database.ts';

/** The built app on a database of its own. */
export interface Server {
  url: string;
  /** One-time link for the first coordinator; only where nobody is there yet. */
  firstCoordinatorLink: string | null;
  /** Runs a statement on its database: what an installation holds that is older than this test. */
  run(sql: string, values: unknown[]): Promise<void>;
  stop(): Promise<void>;
}

interface Said {
  url: string;
  link: string | null;
}

async function answerOf(child: ChildProcess): Promise<Said> {
  const ended = once(child, 'exit').then(() => null);
  const said = await Promise.race([once(child, 'message').then(([message]) => message as Said), ended]);
  if (!said) throw new Error('The API ended before it listened: is it built (`npm run build`)?');
  return said;
}

/** Starts the built API, with the synthetic people or with nobody. */
export async function startServer({ demo, narration }: { demo: boolean; narration?: string | undefined }): Promise<Server> {
  const connection = await newDatabase();
  const child = fork(fileURLToPath(new URL('./serve.mjs', import.meta.url)), {
    execArgv: [],
    env: { ...process.env, LOG_LEVEL: 'error', NODE_ENV: 'production' },
  });
  const ended = once(child, 'exit');
  const mediaDir = mkdtempSync(join(tmpdir(), 'media-'));
  child.send({ connection, demo, narration, mediaDir });
  const { url, link } = await answerOf(child);
  return {
    url,
    firstCoordinatorLink: link,
    run: (sql, values) => runOn(connection, sql, values),
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
      rmSync(mediaDir, { recursive: true, force: true });
    },
  };
}
