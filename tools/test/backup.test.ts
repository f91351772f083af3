import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { claim } from '../src/postgres/owner.ts';
import { startPostgres } from '../src/postgres/start-postgres.ts';
import { throwAwayDirectory } from '../src/postgres/throw-away.ts';
import { inRepository } from '../src/root.ts';

jest.setTimeout(60_000);

let place: { dataDir: string; remove(): void };
let release: () => void;
beforeAll(async () => {
  place = await throwAwayDirectory('test');
  release = await claim(place.dataDir);
});
afterAll(() => {
  release();
  place.remove();
});

function backup(dataDir: string, ...args: string[]): { status: number | null; said: string } {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', DEBUG: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [inRepository('tools', 'src', 'backup.ts'), ...args], { encoding: 'utf8', env });
  return { status, said: (stdout + stderr).trim() };
}

async function ask(connection: object, text: string): Promise<unknown[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test('copies a database that is being used, and its media; the copy starts by itself, on a timeline of its own', async () => {
  const [dataDir, copy] = [join(place.dataDir, 'data'), join(place.dataDir, 'copy')];
  expect(backup(dataDir, copy).said).toMatch(/^There is no database in .*DATA_DIR/);
  const running = await startPostgres({ dataDir });
  await ask(running.connection, 'CREATE TABLE kept AS SELECT 7 AS lessons');
  mkdirSync(join(dataDir, 'media', 'ab'), { recursive: true });
  writeFileSync(join(dataDir, 'media', 'ab', 'abcd'), 'opus');
  expect(backup(dataDir).said).toMatch(/^Name the folder/);
  const made = backup(dataDir, copy);
  expect(made).toEqual({ status: 0, said: expect.stringMatching(/^Copied to .*copy\. To go back to it: stop the program/) });
  expect(backup(dataDir, copy).said).toMatch(/^There is something in/);
  await ask(running.connection, 'UPDATE kept SET lessons = 8');
  await running.stop();
  const restored = await startPostgres({ dataDir: copy });
  try {
    expect(await ask(restored.connection, 'SELECT lessons FROM kept')).toEqual([{ lessons: 7 }]);
    expect(await ask(restored.connection, 'SELECT left(pg_walfile_name(pg_current_wal_lsn()), 8) AS timeline')).toEqual([{ timeline: '00000002' }]);
    expect(readFileSync(join(copy, 'media', 'ab', 'abcd'), 'utf8')).toBe('opus');
    expect(existsSync(join(copy, 'postgres', 'recovery.signal'))).toBe(false);
  } finally {
    await restored.stop();
  }
});
