import { type ChildProcess, execFileSync, fork, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { connect as connectHttp2 } from 'node:http2';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { freePort } from '../src/bench/servers/free-port.ts';
import { type RunningPostgres, startPostgres } from '../src/postgres/start-postgres.ts';
import { throwAwayDirectory } from '../src/postgres/throw-away.ts';
import { inRepository } from '../src/root.ts';

jest.setTimeout(120_000);

/** What docker-compose.yml sets up, without Docker: the same nginx configuration before two API processes. */
const LEARNERS = 8;
const ROUNDS = 12;

let place: { dataDir: string; remove(): void };
let postgres: RunningPostgres;
let ports: { http: number; https: number; replicas: [number, number] };
let settings: Record<string, string>;
let certificate: Buffer;
let agent: Agent;
let nginx: ChildProcess;
let nginxSaid = '';
const replicas: ChildProcess[] = [];

interface Reply {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: Buffer;
}

/** One request through nginx, or (`port`) past it. */
function ask(method: string, path: string, { body, headers = {} }: { body?: Buffer | string; headers?: Record<string, string> } = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: 'localhost', port: ports.https, method, path, headers: { origin: settings.PUBLIC_URL, ...headers }, timeout: 20_000 }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    sent.on('error', reject);
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.end(body);
  });
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask('POST', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
const json = (reply: Reply) => JSON.parse(reply.body.toString());

async function signIn(login: string, secret: string): Promise<string> {
  const reply = await post('/api/sign-in', { login, secret });
  if (reply.status !== 200) throw new Error(`${login} cannot sign in: ${reply.body.toString()}`);
  return ([reply.headers['set-cookie'] ?? []].flat()).map((set) => set.split(';')[0]).join('; ');
}

async function startReplica(index: 0 | 1, demo = false): Promise<void> {
  const replica = fork(inRepository('tools', 'src', 'bench', 'servers', 'api.ts'), { env: { ...process.env, NODE_ENV: 'production' } });
  replicas[index] = replica;
  const { connection } = postgres;
  const mediaDir = join(place.dataDir, 'media');
  replica.send({ connection, host: '127.0.0.1', port: ports.replicas[index], publicUrl: settings.PUBLIC_URL, trustProxy: '127.0.0.1', demo, mediaDir });
  await Promise.race([
    once(replica, 'message'),
    once(replica, 'exit').then(() => {
      throw new Error('the API ended before it listened');
    }),
  ]);
}

async function killReplica(index: 0 | 1): Promise<void> {
  const replica = replicas[index] as ChildProcess;
  if (replica.exitCode !== null || replica.signalCode !== null) return;
  const gone = once(replica, 'exit');
  replica.kill('SIGKILL');
  await gone;
}

beforeAll(async () => {
  const found = spawnSync('nginx', ['-v'], { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` } });
  const programs = found.status === 0 && existsSync('/usr/lib/nginx/modules/ngx_http_brotli_filter_module.so') && spawnSync('envsubst', ['-V']).status === 0;
  if (!programs) throw new Error('This test needs nginx with brotli: run "apt-get install nginx-light libnginx-mod-http-brotli-filter gettext-base" as root.');
  place = await throwAwayDirectory('test');
  postgres = await startPostgres({ dataDir: place.dataDir });
  ports = { http: await freePort(), https: await freePort(), replicas: [await freePort(), await freePort()] };
  const state = join(place.dataDir, 'nginx');
  mkdirSync(state);
  const [key, crt] = [join(state, 'key.pem'), join(state, 'certificate.pem')];
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('openssl', [...made, '-keyout', key, '-out', crt], { stdio: 'ignore' });
  certificate = readFileSync(crt);
  settings = {
    STATE: state, ACCESS_LOG: join(state, 'access.log'), HTTP_PORT: `127.0.0.1:${ports.http}`, HTTPS_PORT: `127.0.0.1:${ports.https}`, CERTIFICATE: crt, CERTIFICATE_KEY: key,
    PUBLIC_URL: `https://localhost:${ports.https}`, UPSTREAMS: ports.replicas.map((port) => `127.0.0.1:${port}`).join(' '),
  };
  agent = new Agent({ ca: certificate, keepAlive: true, lookup: (_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) });
  await startReplica(0, true);
  await startReplica(1);
  nginx = spawn('sh', [inRepository('deploy', 'start-nginx.sh')], { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [nginx.stdout, nginx.stderr]) stream?.on('data', (chunk: Buffer) => (nginxSaid += chunk.toString()));
  while (!(await ask('GET', '/health/ready').then(({ status }) => status === 200, () => false))) if (nginx.exitCode !== null) throw new Error(`nginx ended: ${nginxSaid}`);
});
afterAll(async () => {
  agent?.destroy();
  if (nginx && nginx.exitCode === null) {
    nginx.kill('SIGTERM');
    await once(nginx, 'exit');
  }
  for (const replica of replicas) if (replica.exitCode === null && replica.signalCode === null) {
    const gone = once(replica, 'exit');
    replica.disconnect();
    await gone;
  }
  await postgres?.stop();
  place?.remove();
});

describe('nginx before two replicas', () => {
  test('finds its configuration right', () => {
    const checked = spawnSync('sh', [inRepository('deploy', 'start-nginx.sh'), '-t'], { env: { ...process.env, ...settings }, encoding: 'utf8' });
    expect(checked.stderr).toContain('test is successful');
    expect(checked.stderr).not.toMatch(/\[(warn|emerg)\]/);
  });

  test('speaks HTTP/2 over TLS, tells browsers to stay with it, and compresses with brotli', async () => {
    const session = connectHttp2(settings.PUBLIC_URL as string, { ca: certificate, lookup: (_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) });
    const get = async (path: string) => {
      const stream = session.request({ ':path': path, 'accept-encoding': 'br, gzip' });
      const [headers] = (await once(stream, 'response')) as [Record<string, string>];
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      return { headers, text: brotliDecompressSync(Buffer.concat(parts)).toString() };
    };
    const page = await get('/');
    expect(page.headers).toMatchObject({ ':status': 200, 'content-encoding': 'br', 'strict-transport-security': 'max-age=31536000', 'x-content-type-options': 'nosniff' });
    expect(page.text).toMatch(/^<!doctype html>/i);
    // What the API sends plain, nginx compresses.
    const curriculum = await get('/api/curriculum');
    expect(curriculum.headers['content-encoding']).toBe('br');
    expect(JSON.parse(curriculum.text).courses.length).toBeGreaterThan(0);
    session.close();
    const plain = await fetch(`http://127.0.0.1:${ports.http}/learn?lang=en`, { redirect: 'manual' });
    expect([plain.status, plain.headers.get('location')]).toEqual([308, `${settings.PUBLIC_URL}/learn?lang=en`]);
  });

  test('keeps what is for operators to itself, and believes no address that a reader claims', async () => {
    expect((await ask('GET', '/metrics')).status).toBe(404);
    // Guessing is slowed down by address: another one in every request does not help.
    const tries = [];
    for (let n = 1; n <= 6; n += 1) tries.push(await post('/api/sign-in', { login: 'DEMO-0100', secret: '000000' }, { 'x-forwarded-for': `198.51.100.${n}` }));
    expect(tries.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401]);
    expect(json(tries[5] as Reply).retryAfter).toBeGreaterThan(0);
  });

  test('lets a full hand-in pass, also a packed one, and nothing larger', async () => {
    const cookie = await signIn('DEMO-0050', '123456');
    const large = await post('/api/records', { records: [], space: 'x'.repeat(3_500_000) }, { cookie });
    expect(large.headers.server).toBe('nginx');
    expect(large.status).not.toBe(413);
    expect((await post('/api/records', { records: [], space: 'x'.repeat(4_300_000) }, { cookie })).status).toBe(413);
    // Whether the API unpacks it or not: it is the API that answers.
    const packed = await ask('POST', '/api/records', { body: gzipSync('{"records":[]}'), headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', cookie } });
    expect(packed.headers['content-type']).toMatch(/json/);
  });

  test('one session works on both replicas', async () => {
    const cookie = await signIn('DEMO-0051', '123456');
    const people = await Promise.all(ports.replicas.map(async (port) => ((await (await fetch(`http://127.0.0.1:${port}/api/me`, { headers: { cookie } })).json()) as { person: { id: string } }).person.id));
    expect(people[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(people[1]).toBe(people[0]);
  });

  test('a replica that is killed while records come in costs nobody more than a second try', async () => {
    const learners = await Promise.all(Array.from({ length: LEARNERS }, async (_, index) => {
      const cookie = await signIn(`DEMO-${String(index + 1).padStart(4, '0')}`, '123456');
      return { cookie, person: json(await ask('GET', '/api/me', { headers: { cookie } })).person.id as string, sent: [] as { id: string }[], acknowledged: new Set<string>(), mostInARow: 0 };
    }));
    const hand = async (learner: (typeof learners)[number], record: { id: string }): Promise<boolean> => {
      const reply = await post('/api/records', { records: [record] }, { cookie: learner.cookie }).catch(() => null);
      if (reply?.status !== 200) return false;
      for (const { id, verdict } of json(reply).verdicts) if (verdict !== 'refused') learner.acknowledged.add(id);
      return true;
    };
    const work = (rounds: number) => Promise.all(learners.map(async (learner) => {
      for (let round = 0; round < rounds; round += 1) {
        const record = {
          id: randomUUID(), subject: learner.person, actor: learner.person, type: 'lesson.finished', v: 1, device: learner.person, deviceSeq: learner.sent.length,
          occurredAt: '2026-11-20T00:00:00.000Z', after: null, body: { lesson: 'k7f2qd', snapshot: 'a'.repeat(64), lang: 'km', mode: 'read' },
        };
        learner.sent.push(record);
        for (let failures = 0; !(await hand(learner, record)); learner.mostInARow = Math.max(learner.mostInARow, failures)) if ((failures += 1) > 5) throw new Error('no answer after six tries');
      }
    }));
    for (const index of [0, 1] as const) {
      const working = work(ROUNDS * 2);
      await work(ROUNDS / 2);
      await killReplica(index);
      await Promise.all([working, work(ROUNDS)]);
      await startReplica(index);
      // Until nginx asks it again.
      do await work(ROUNDS);
      while (!(await (await fetch(`http://127.0.0.1:${ports.replicas[index]}/metrics`)).text()).includes('route="/api/records",status="200"'));
    }
    expect(Math.max(...learners.map(({ mostInARow }) => mostInARow))).toBeLessThanOrEqual(1);
    const coordinator = await signIn('coordinator@example.org', 'demo-demo-demo');
    const stored: string[] = [];
    for (let after = '', more = true; more; ) {
      const page = json(await ask('GET', `/api/records?limit=1000${after && `&after=${after}`}`, { headers: { cookie: coordinator } }));
      stored.push(...page.records.map(({ record }: { record: { id: string } }) => record.id));
      ({ cursor: after, more } = page);
    }
    const sent = learners.flatMap((learner) => learner.sent.map(({ id }) => id));
    expect(new Set(stored).size).toBe(stored.length);
    expect(sent.filter((id) => !stored.includes(id))).toEqual([]);
    expect(learners.flatMap(({ acknowledged }) => [...acknowledged]).sort()).toEqual(sent.sort());
  });

  test('with no replica left it says so in both languages', async () => {
    await Promise.all([killReplica(0), killReplica(1)]);
    const reply = await ask('GET', '/learn');
    expect([reply.status, reply.headers['content-type'], reply.headers['strict-transport-security']]).toEqual([503, 'text/html; charset=utf-8', 'max-age=31536000']);
    expect(reply.body.toString()).toMatch(/គ្មានអ្វីបាត់បង់.*Nothing is lost/s);
    await Promise.all([startReplica(0), startReplica(1)]);
    while ((await ask('GET', '/health/ready')).status !== 200);
  });

  test('its logs hold no address, no path and no name', () => {
    const log = readFileSync(settings.ACCESS_LOG as string, 'utf8').trim().split('\n');
    expect(log.length).toBeGreaterThan(LEARNERS * ROUNDS);
    expect(log.filter((line) => !/^\S+ (GET|POST) \d{3} [\d.]+ upstream=[\d., -]+\/[\d., -]+$/.test(line))).toEqual([]);
    expect(log.join('\n') + nginxSaid).not.toMatch(/127\.0\.0\.1|198\.51\.100|DEMO-|\/api\/|\/learn|lang=/);
  });
});
