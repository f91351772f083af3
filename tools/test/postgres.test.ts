import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import type { Connection } from '../src/postgres/address.ts';
import { clusterIn } from '../src/postgres/places.ts';
import { isAlive, isPostmasterOf } from '../src/postgres/process-facts.ts';
import { startPostgres } from '../src/postgres/start-postgres.ts';
import { throwAwayDirectory } from '../src/postgres/throw-away.ts';
import { inRepository } from '../src/root.ts';

jest.setTimeout(60_000);

let place: { dataDir: string; remove(): void };
beforeAll(async () => {
  place = await throwAwayDirectory('test');
});
afterAll(() => place.remove());

async function ask(connection: Connection, sql: string): Promise<unknown[]> {
  const client = new pg.Client(connection);
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return (rows as unknown[][]).map(([value]) => value);
  } finally {
    await client.end();
  }
}

const rows = (connection: Connection) => ask(connection, 'select n from kept order by n');

/** A process that starts PostgreSQL and waits. */
async function startElsewhere() {
  const module = JSON.stringify(inRepository('tools', 'src', 'postgres', 'start-postgres.ts'));
  const script = `const { startPostgres } = await import(${module});
    const { pid } = await startPostgres({ dataDir: ${JSON.stringify(place.dataDir)} });
    console.log(pid); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, pid: Number(line.toString()) };
}

/** Starts PostgreSQL and kills it; returns what it left in postmaster.pid. */
async function crash(): Promise<{ pid: number; content: string }> {
  let told: () => void = () => {};
  const exit = new Promise<void>((resolve) => (told = resolve));
  const { pid } = await startPostgres({ ...place, onExit: () => told() });
  const content = readFileSync(join(place.dataDir, 'postgres', 'postmaster.pid'), 'utf8');
  process.kill(pid, 'SIGKILL');
  await exit;
  return { pid, content };
}

test('a new directory becomes a UTF-8 database that keeps its rows', async () => {
  const first = await startPostgres(place);
  expect(await ask(first.connection, "select current_database() || ' ' || current_setting('server_encoding') || ' ' || lower('É')")).toEqual([
    'seek_justice UTF8 é',
  ]);
  expect(await ask(first.connection, "select current_setting('listen_addresses') || current_setting('fsync')")).toEqual(['on']);
  await ask(first.connection, 'create table kept (n int)');
  await ask(first.connection, 'insert into kept values (1)');
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);

  const second = await startPostgres(place);
  expect(await rows(second.connection)).toEqual([1]);
  await second.stop();
});

test('two data directories run beside each other', async () => {
  const other = await throwAwayDirectory('test');
  const one = await startPostgres(place);
  const two = await startPostgres(other);
  expect(await ask(two.connection, "select count(*)::int from pg_tables where tablename = 'kept'")).toEqual([0]);
  await Promise.all([one.stop(), two.stop()]);
  other.remove();
});

test('a database that is killed says so, and starts again with what was confirmed', async () => {
  let told: () => void = () => {};
  const exit = new Promise<void>((resolve) => (told = resolve));
  const killed = await startPostgres({ ...place, onExit: () => told() });
  await ask(killed.connection, 'insert into kept values (2)');
  process.kill(killed.pid, 'SIGKILL');
  await exit;
  const again = await startPostgres(place);
  expect(again.connection).toEqual(killed.connection);
  expect(await rows(again.connection)).toEqual([1, 2]);
  await again.stop();
});

test('a lock file that a killed server had no time to write is no obstacle', async () => {
  const first = await startPostgres(place);
  const { host, port } = first.connection;
  await first.stop();
  for (const file of [join(host, `.s.PGSQL.${port}.lock`), join(clusterIn(place.dataDir), 'postmaster.pid')]) writeFileSync(file, '');
  const again = await startPostgres(place);
  expect(await rows(again.connection)).toEqual([1, 2]);
  await again.stop();
});

test('a database that is killed while it recovers is started once more', async () => {
  await crash();
  let starts = 0;
  const log = (line: string) => {
    const pid = /\[(\d+)\] LOG: +starting PostgreSQL/.exec(line)?.[1];
    if (!pid) return;
    starts += 1;
    if (starts <= 2) process.kill(Number(pid), 'SIGKILL');
  };
  const again = await startPostgres({ ...place, log });
  expect(starts).toBeGreaterThan(2);
  expect(await rows(again.connection)).toEqual([1, 2]);
  await again.stop();
});

test('a stop that was asked for is no accident', async () => {
  const onExit = jest.fn();
  const running = await startPostgres({ ...place, onExit });
  await running.stop();
  expect(onExit).not.toHaveBeenCalled();
});

test('a database whose starter was killed is taken over', async () => {
  const { child, pid } = await startElsewhere();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isAlive(pid)).toBe(true);
  const said: string[] = [];
  const again = await startPostgres({ ...place, say: (line) => said.push(line) });
  expect(said.join()).toContain(String(pid));
  expect(isPostmasterOf(pid, join(place.dataDir, 'postgres'))).toBe(false);
  expect(await rows(again.connection)).toEqual([1, 2]);
  await again.stop();
});

test('a database whose starter lives is left alone', async () => {
  const { child, pid } = await startElsewhere();
  await expect(startPostgres(place)).rejects.toThrow(/already uses the data directory .*: stop it first/);
  expect(isAlive(pid)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await (await startPostgres(place)).stop();
});

test('a number in postmaster.pid that now belongs to another program harms nobody', async () => {
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  try {
    const { pid, content } = await crash();
    writeFileSync(join(place.dataDir, 'postgres', 'postmaster.pid'), content.replace(String(pid), String(bystander.pid)));
    const again = await startPostgres(place);
    expect(await rows(again.connection)).toEqual([1, 2]);
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
    await again.stop();
  } finally {
    bystander.kill();
  }
});

test('a directory whose making was cut off is made anew', async () => {
  const half = await throwAwayDirectory('test');
  const first = await startPostgres(half);
  await first.stop();
  const { renameSync } = await import('node:fs');
  renameSync(join(half.dataDir, 'postgres'), join(half.dataDir, 'postgres.new'));
  const second = await startPostgres(half);
  expect(existsSync(join(half.dataDir, 'postgres.new'))).toBe(false);
  await second.stop();
  half.remove();
});
