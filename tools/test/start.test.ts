import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { inRepository } from '../src/root.ts';

jest.setTimeout(30_000);

/** Runs a command that is expected to end by itself, without waiting in the way of this process. */
async function run(command: string, env: Record<string, string>): Promise<{ code: number | null; said: string[] }> {
  const settings = { PORT: '0', HOST: '', PUBLIC_URL: '', DATA_DIR: '', DATABASE_URL: '', DEBUG: '', ...env };
  const child = spawn(process.execPath, [inRepository('tools', 'src', `${command}.ts`)], { env: { ...process.env, ...settings } });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said: output.trimEnd().split('\n') };
}

test('a taken port ends the start with one line that says what to do', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { code, said } = await run('start', { PORT: String(port) });
  server.close();
  expect(code).toBe(1);
  expect(said).toEqual([expect.stringContaining(`Port ${port} is taken by another program: stop that program, or choose another port`)]);
});

test('a data directory that cannot be one ends the start with one line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seek-justice-start-'));
  writeFileSync(join(folder, 'file'), '');
  const { code, said } = await run('start', { DATA_DIR: join(folder, 'file') });
  rmSync(folder, { recursive: true });
  expect(code).toBe(1);
  expect(said).toEqual([expect.stringContaining('is a file: choose a folder as DATA_DIR')]);
});

test('the demo never touches a database of ours', async () => {
  const { code, said } = await run('demo', { DATABASE_URL: 'postgresql://127.0.0.1:1/real' });
  expect(code).toBe(1);
  expect(said).toEqual([expect.stringContaining('start it without DATABASE_URL')]);
});

test('an unknown command is named, on whatever Node there is', () => {
  const { status, stderr } = spawnSync(process.execPath, [inRepository('tools', 'entry.mjs'), 'launch'], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('Choose one of: start, demo, test, bench, build, rebuild, backup.');
});
