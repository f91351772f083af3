import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rebuild } from '../src/records/rebuild.ts';
import { Database } from '../src/database/database.ts';
import { Listener } from '../src/database/listener.ts';
import { openDatabase } from '../src/database/open.ts';
import { Published } from '../src/records/published.ts';
import { PROBLEM_CODES } from '@seek-justice/contracts/problem.ts';
import { PROBLEM_WORDS } from '../src/http/problem-words.ts';
import { startTestApi, type TestApi } from './support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('for whoever runs it', () => {
  it('health says whether the process and the database answer', async () => {
    expect((await api.visitor().get('/health/live')).body).toEqual({ status: 'ok' });
    expect((await api.visitor().get('/health/ready')).body).toEqual({ status: 'ok' });
  });

  it('metrics count by route and never by address, and answer on this machine alone', async () => {
    await api.visitor().get('/learn/k7f2qd');
    await api.visitor().post('/api/sign-in', { login: 'x', secret: 'y' });
    const { text } = await api.visitor().get('/metrics');
    for (const name of [
      'http_requests_total{route="/learn/:id",status="200"}', 'http_request_seconds_bucket', 'records_append_batch_size_count', 'records_verdicts_total',
      'records_feed_lag', 'pages_render_seconds_count', 'database_connections{state="idle"}', 'event_loop_delay_p99_seconds', 'sign_in_failures_total 1', 'build_info{version="',
    ]) expect(text).toContain(name);
    expect(text).not.toContain('k7f2qd');
    expect((await api.visitor().get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404);
  });

  it('the OpenAPI document names every endpoint and resolves every reference', async () => {
    const document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as { openapi: string; paths: object; components: { schemas: object } };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual([...new Set(api.api.routes.map((route) => route.split(' ')[1] ?? ''))]
      .filter((path) => path.startsWith('/api/') && path !== '/api/openapi.json')
      .map((path) => path.replace(/:(\w+)/g, '{$1}')).sort());
    for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) expect(document.components.schemas).toHaveProperty(name ?? '');
  });

  it('every problem has words in both languages', () => {
    for (const code of PROBLEM_CODES) expect({ code, languages: Object.keys(PROBLEM_WORDS[code]).sort() }).toEqual({ code, languages: ['en', 'km'] });
  });

  it('bodies that are too large or of another kind are refused in words', async () => {
    const large = await api.visitor().post('/api/sign-in', { login: 'x', secret: 'y'.repeat(70_000) });
    expect(large.status).toBeGreaterThanOrEqual(400);
    const other = await fetch(`${api.url}/api/sign-in`, { method: 'POST', headers: { origin: api.url, 'content-type': 'text/plain' }, body: 'x' });
    const records = await fetch(`${api.url}/api/records`, { method: 'POST', headers: { origin: api.url, 'content-type': 'text/plain' }, body: '{"records":[]}' });
    expect(records.status).toBe(400);
    expect([other.status, other.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
  });
});

describe('progress and standing', () => {
  it('counts every record once when several parts are folded at a time', async () => {
    const fresh = await startTestApi({ demo: false });
    // 2,100 subjects in five parts, one to three records each: n % 3 + 1 sums to 4,200.
    await fresh.db.query(`
      INSERT INTO records (id, subject, actor, type, v, text, body, hash, received_at, account, roles, via, device, device_seq)
      SELECT gen_random_uuid(), s, s, 'lesson.finished', 1, '{"id":"' || gen_random_uuid() || '","type":"lesson.finished","v":1,"body":{"lesson":"k7f2qd"}}',
             '{}', '', now(), s, '{pastor}', 'test', s, 0
      FROM (SELECT gen_random_uuid() AS s, n FROM generate_series(1, 2100) AS n) AS subjects, LATERAL generate_series(0, n % 3)`);
    const { source, feedId } = await openDatabase(fresh.connection);
    const database = new Database(source, feedId);
    try {
      expect(await rebuild(database, new Published(database, new Listener(database)))).toEqual({ subjects: 2100, records: 4200 });
      const { rows } = await fresh.db.query(`SELECT sum((tally#>>'{lessons,k7f2qd,pastor}')::int)::int AS counted FROM progress`);
      expect(rows[0].counted).toBe(4200);
    } finally {
      await source.destroy();
      await fresh.stop();
    }
  });

  it('can be dropped and folded again from the records', async () => {
    const read = async () => ({
      progress: (await api.db.query('SELECT subject, tally FROM progress ORDER BY subject')).rows,
      standing: (await api.db.query('SELECT * FROM standing ORDER BY subject')).rows,
    });
    const before = await read();
    expect(before.progress.length).toBe(74);
    await api.db.query('TRUNCATE progress, standing');
    const { source, feedId } = await openDatabase(api.connection);
    const database = new Database(source, feedId);
    try {
      // 37 people with three lessons and a quiz, 37 with two lessons.
      expect(await rebuild(database, new Published(database, new Listener(database)))).toEqual({ subjects: 74, records: 37 * 4 + 37 * 2 });
    } finally {
      await source.destroy();
    }
    expect(await read()).toEqual(before);
  });
});
