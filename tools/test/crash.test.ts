import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { canonical, type Json } from '@seek-justice/domain/kernel/canonical.ts';
import { addRecord, emptyState } from '@seek-justice/domain/records/state.ts';
import { readFeed } from '../src/bench/faults/feed.ts';
import { kill as killVictim, untilReady, type Victim, VICTIMS } from '../src/bench/faults/kill.ts';
import { generator } from '../src/bench/faults/random.ts';
import { freePort } from '../src/bench/servers/free-port.ts';
import { throwAwayDirectory } from '../src/postgres/throw-away.ts';

/** Kills of each kind; together at least the twenty that "Done when" asks for. */
const KILLS = 21;
const CLIENTS = 32;
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);

jest.setTimeout(400_000);

let port: number;
let url: string;
let dataDir: string;
let remove: () => void;
let server: ChildProcess;
let link = '';
let quiz: { id: string; hash: string; right: Record<string, string[]> };

/** `npm start` without npm: resolves when it says that it is ready. */
async function start(): Promise<void> {
  server = spawn(process.execPath, [join(import.meta.dirname, '..', 'src', 'start.ts')], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: server.stdout as NodeJS.ReadableStream });
  for await (const line of lines) {
    link = /https?:\S+welcome\S+/.exec(line)?.[0] ?? link;
    if (line.includes('Ctrl-C')) return void lines.on('line', () => {});
  }
  throw new Error('the server ended before it was ready');
}

async function post(path: string, body: unknown, cookie = ''): Promise<Response> {
  return fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json', origin: url, cookie }, body: JSON.stringify(body), signal: AbortSignal.timeout(20_000) });
}

function cookieOf(response: Response): string {
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

beforeAll(async () => {
  ({ dataDir, remove } = await throwAwayDirectory('test'));
  port = await freePort();
  url = `http://127.0.0.1:${port}`;
  await start();
});

afterAll(async () => {
  if (server.exitCode === null && server.signalCode === null) {
    server.kill('SIGINT');
    await once(server, 'exit');
  }
  remove();
});

interface Client {
  person: string;
  cookie: string;
  sent: Map<string, unknown>;
  acknowledged: Set<string>;
}

async function newClient(coordinator: string, index: number): Promise<Client> {
  const added = await (await post('/api/people', {
    name: `ឈ្មោះ ${index}`, role: 'pastor', province: 'battambang', commune: null, church: null, phone: null, gender: 'not-said', ageBand: 'not-said', email: null,
  }, coordinator)).json();
  const { ticket } = await (await post('/api/sign-in', { login: added.code, secret: '246810' })).json();
  const cookie = cookieOf(await post('/api/sign-in/pin', { ticket, pin: '246810' }));
  return { person: added.person.id, cookie, sent: new Map(), acknowledged: new Set() };
}

function newRecord(client: Client) {
  return {
    id: randomUUID(), subject: client.person, actor: client.person, type: 'quiz.submitted', v: 1, device: client.person, deviceSeq: client.sent.size,
    occurredAt: '2026-11-20T00:00:00.000Z', after: null, body: { quiz: quiz.id, snapshot: quiz.hash, lang: 'km', answers: client.sent.size % 3 === 2 ? quiz.right : {} },
  };
}

/** Sends records and writes down which ids were acknowledged. Only a verdict that names an id counts. */
async function hand(client: Client, records: { id: string }[]): Promise<void> {
  try {
    const response = await post('/api/records', { records }, client.cookie);
    if (response.status !== 200) return;
    const { verdicts } = (await response.json()) as { verdicts: { id: string; verdict: string }[] };
    for (const { id, verdict } of verdicts) if (verdict !== 'refused') client.acknowledged.add(id);
  } catch {
    // Cut off: nothing was said, so nothing is believed.
  }
}

async function work(client: Client, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    // Batches of one to three, so that a kill also falls between the records of one request.
    const records = Array.from({ length: 1 + (client.sent.size % 3) }, () => {
      const record = newRecord(client);
      client.sent.set(record.id, record);
      return record;
    });
    await hand(client, records);
    if (records.some(({ id }) => !client.acknowledged.has(id))) await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function kill(victim: Victim): Promise<void> {
  await killVictim(victim, server, dataDir);
  if (victim !== 'postmaster') await start();
  await untilReady(url, () => (server.exitCode !== null || server.signalCode !== null ? 'the program ended although only its database was killed' : null));
}

describe(`a server that is killed ${KILLS} times under ${CLIENTS} clients (seed ${SEED})`, () => {
  it('keeps each acknowledged record once, counts it once, and takes the rest again', async () => {
    const random = generator(SEED);
    const token = new URLSearchParams(new URL(link).hash.slice(1)).get('token');
    const coordinator = cookieOf(await post('/api/invitations/accept', { token, password: 'a long enough password', name: 'ហ៊ុន សុជាតា', email: 'c@example.org' }));
    const { courses } = (await (await fetch(`${url}/api/curriculum`)).json()) as { courses: { hash: string }[] };
    const manifest = (await (await fetch(`${url}/api/snapshots/${courses[0]?.hash}`)).json()) as { modules: { quiz: { id: string; leaves: { km: { hash: string } } } }[] };
    const hash = manifest.modules[0]?.quiz.leaves.km.hash ?? '';
    const leaf = (await (await fetch(`${url}/api/snapshots/${hash}`)).json()) as { items: { id: string; options: { id: string; right: boolean }[] }[] };
    const right = Object.fromEntries(leaf.items.map(({ id, options }) => [id, options.filter((option) => option.right).map((option) => option.id)]));
    quiz = { id: manifest.modules[0]?.quiz.id ?? '', hash, right };
    const clients: Client[] = [];
    for (let index = 0; index < CLIENTS; index += 1) clients.push(await newClient(coordinator, index));
    let over = false;
    const working = clients.map((client) => work(client, () => over));
    try {
      for (let n = 0; n < KILLS; n += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100 + random() * 600));
        // The program, the database's postmaster, or both at once.
        await kill(VICTIMS[n % VICTIMS.length] as Victim);
      }
    } finally {
      over = true;
      await Promise.all(working);
    }

    const acknowledged = new Set(clients.flatMap((client) => [...client.acknowledged]));
    const unknown = clients.reduce((sum, client) => sum + client.sent.size - client.acknowledged.size, 0);
    expect(acknowledged.size).toBeGreaterThan(KILLS * 10);
    const stored = await readFeed(url, coordinator);
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
    expect(stored.doubled).toBe(0);
    // The rest can be sent again: everything is there then, each once.
    for (const client of clients)
      for (let rest = left(client); rest.length > 0; rest = left(client)) await hand(client, rest.slice(0, 200));
    const all = await readFeed(url, coordinator);
    expect(all.doubled).toBe(0);
    expect([...all.keys()].sort()).toEqual(clients.flatMap((client) => [...client.sent.keys()]).sort());
    for (const client of clients) {
      const fold = emptyState();
      for (const { record, received } of all.values()) if (record.subject === client.person) addRecord(fold, record as never, received);
      const progress = await (await fetch(`${url}/api/people/${client.person}/progress`, { headers: { cookie: client.cookie } })).json();
      // Counted once each in what is stored, which is the fold of what the feed tells.
      expect(progress.courses[0].modules[0].quiz).toEqual({ attempts: client.sent.size, best: client.sent.size > 2 ? 100 : 0, passed: client.sent.size > 2 });
      expect(canonical(progress.state)).toBe(canonical(fold as unknown as Json));
    }
    console.log(`${acknowledged.size} acknowledged, ${unknown} without an answer sent again, ${KILLS} kills`);
  });
});

function left(client: Client): { id: string }[] {
  return [...client.sent].filter(([id]) => !client.acknowledged.has(id)).map(([, record]) => record as { id: string });
}
