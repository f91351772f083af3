import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { startPostgres } from '../src/postgres/start-postgres.ts';
import { throwAwayDirectory } from '../src/postgres/throw-away.ts';
import { isReadingOnly, readConfig } from '../src/serve/config.ts';
import { checkPort } from '../src/serve/port.ts';

jest.setTimeout(30_000);

let place: { dataDir: string; remove(): void };
const inside = (...parts: string[]) => join(place.dataDir, ...parts);
beforeAll(async () => {
  place = await throwAwayDirectory('test');
});
afterAll(() => {
  if (existsSync(inside('closed'))) chmodSync(inside('closed'), 0o700);
  place.remove();
});

/** The one line that a refused start says. */
async function refusalOf(dataDir: string): Promise<string> {
  const error = await startPostgres({ dataDir }).then(
    async (running) => {
      await running.stop();
      throw new Error('It started.');
    },
    (reason: Error) => reason,
  );
  expect(error.name).toBe('OperatorError');
  expect(error.message).not.toContain('\n');
  return error.message;
}

test('a data directory that PostgreSQL cannot reach', async () => {
  mkdirSync(inside('closed'));
  // Root's own eyes see everything: what counts is PostgreSQL's user.
  chmodSync(inside('closed'), process.getuid?.() === 0 ? 0o700 : 0o000);
  expect(await refusalOf(inside('closed', 'data'))).toMatch(/data directory .*closed.* cannot be (entered|read)|could not be made.* DATA_DIR/);
});

test('a data directory that is a file', async () => {
  writeFileSync(inside('file'), '');
  expect(await refusalOf(inside('file'))).toMatch(/is a file: choose a folder/);
});

test('a database of another release', async () => {
  mkdirSync(inside('old', 'postgres'), { recursive: true });
  writeFileSync(inside('old', 'postgres', 'PG_VERSION'), '14\n');
  expect(await refusalOf(inside('old'))).toMatch(/made by PostgreSQL 14/);
});

test('files of somebody else', async () => {
  mkdirSync(inside('foreign', 'postgres'), { recursive: true });
  writeFileSync(inside('foreign', 'postgres', 'letter.txt'), 'Dear');
  expect(await refusalOf(inside('foreign'))).toMatch(/not a database of this program/);
  expect(existsSync(inside('foreign', 'postgres', 'letter.txt'))).toBe(true);
});

test('a PostgreSQL that refuses gives its reason', async () => {
  const dataDir = inside('damaged');
  await (await startPostgres({ dataDir })).stop();
  rmSync(join(dataDir, 'postgres', 'pg_wal'), { recursive: true });
  expect(await refusalOf(dataDir)).toMatch(/PostgreSQL could not start, its files are damaged: .*FATAL.*more in .*postgres-refused\.log/);
});

test('a port that is taken', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await expect(checkPort('127.0.0.1', port)).rejects.toThrow(`Port ${port} is taken by another program: stop that program`);
  await new Promise((resolve) => server.close(resolve));
  await expect(checkPort('127.0.0.1', port)).resolves.toBeUndefined();
});

test.each([
  [{ PORT: 'abc' }, /PORT is "abc"/],
  [{ PORT: '70000' }, /PORT is "70000"/],
  [{ PUBLIC_URL: 'learn.example.org' }, /PUBLIC_URL is/],
  [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL is not/],
  [{ MEDIA_S3_BUCKET: 'lessons' }, /MEDIA_S3_ENDPOINT, MEDIA_S3_ACCESS_KEY_ID, MEDIA_S3_SECRET_ACCESS_KEY is not set: without them/],
  [{ MEDIA_S3_BUCKET: 'lessons', MEDIA_S3_ENDPOINT: 's3', MEDIA_S3_ACCESS_KEY_ID: 'a', MEDIA_S3_SECRET_ACCESS_KEY: 'b' }, /MEDIA_S3_ENDPOINT is "s3"/],
])('a setting that is wrong: %j', (env, words) => {
  expect(() => readConfig(env)).toThrow(words);
});

test('media files lie on the disk unless a bucket is named', () => {
  expect(readConfig({}).mediaS3).toBeUndefined();
  const env = { MEDIA_S3_BUCKET: 'lessons', MEDIA_S3_ENDPOINT: 'https://s3.example.org', MEDIA_S3_ACCESS_KEY_ID: 'a', MEDIA_S3_SECRET_ACCESS_KEY: 'b' };
  expect(readConfig(env).mediaS3).toEqual({ endpoint: 'https://s3.example.org', bucket: 'lessons', region: 'us-east-1', accessKeyId: 'a', secretAccessKey: 'b' });
});

test('sign-in beyond this machine needs https', () => {
  expect(isReadingOnly(readConfig({}))).toBe(false);
  expect(isReadingOnly(readConfig({ HOST: '0.0.0.0' }))).toBe(true);
  expect(isReadingOnly(readConfig({ HOST: '0.0.0.0', PUBLIC_URL: 'http://10.0.0.2:3000' }))).toBe(true);
  expect(isReadingOnly(readConfig({ HOST: '0.0.0.0', PUBLIC_URL: 'https://learn.example.org' }))).toBe(false);
});
