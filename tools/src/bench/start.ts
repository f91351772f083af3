import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRepository } from '../root.ts';
import type { Bench } from './bench.ts';
import { median } from './median.ts';
import { pssOfTree } from './pss.ts';
import { withDirectory } from './servers/database.ts';

const TURNS = 5;
const REST_MS = 3_000;

/** How long a warm start of everything takes, and how much memory it holds at rest. */
export const start: Bench = {
  name: 'start',
  data: `the seeded curriculum on a data directory that was started once before; ${TURNS} warm starts`,
  run: (say) =>
    withDirectory(async (dataDir, atEnd) => {
      const started: ChildProcess[] = [];
      atEnd(async () => {
        for (const child of started) await stop(child);
      });
      const begin = async (script: string[], ready: string) => {
        const port = await freePort();
        const began = performance.now();
        const child = spawn(process.execPath, script, { env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1' }, stdio: 'ignore' });
        started.push(child);
        const url = `http://127.0.0.1:${port}`;
        await answering(child, url + ready);
        return { child, url, seconds: (performance.now() - began) / 1000 };
      };
      const all = [inRepository('tools', 'src', 'start.ts')];
      const bare = ['-e', "require('node:http').createServer((q, r) => r.end('ok')).listen(process.env.PORT, '127.0.0.1')"];
      const cold = await begin(all, '/');
      await stop(cold.child);
      say(`first start, which makes the database: ${cold.seconds.toFixed(2)} s`);
      const seconds: number[] = [];
      const yardstick: number[] = [];
      const memory: number[] = [];
      for (let turn = 0; turn < TURNS; turn += 1) {
        const ours = await begin(all, '/');
        seconds.push(ours.seconds);
        if (turn === 0) memory.push(...(await atRest(ours.child, ours.url)));
        await stop(ours.child);
        const plain = await begin(bare, '/');
        yardstick.push(plain.seconds);
        await stop(plain.child);
      }
      say(`warm starts: ${seconds.map((one) => one.toFixed(2)).join(', ')} s; a bare Node server ${yardstick.map((one) => one.toFixed(2)).join(', ')} s`);
      return { ready_s: median(seconds), bare_ready_s: median(yardstick), ...(memory[0] === undefined ? {} : { pss_mb: memory[0] }) };
    }),
};

/** Memory of the process tree after a few requests and some quiet; nothing where the system does not say. */
async function atRest({ pid }: ChildProcess, url: string): Promise<number[]> {
  for (const path of ['/', '/learn', '/help-now', '/api/curriculum', '/health/ready']) await (await fetch(url + path)).text();
  await sleep(REST_MS);
  const pss = pid === undefined ? undefined : pssOfTree(pid);
  return pss === undefined ? [] : [pss / 1024 / 1024];
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode} before it answered: try "npm start".`);
    const answer = await fetch(url).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await sleep(10);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
