import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from './support/api.ts';
import { eventually } from './support/eventually.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

// Before any course is added: pages that are due then are made anew once the connection is back, this one too.
describe('what is told while nobody listens', () => {
  it('is read anew once the connection is back', async () => {
    const title = async () => (await api.visitor().get('/reading?lang=en')).text;
    const before = await title();
    // The listening connection is cut, the old page is read into memory again, then the page changes.
    await api.db.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`);
    expect(await title()).toBe(before);
    await api.db.query(`UPDATE pages SET html = convert_to('changed', 'UTF8') WHERE path = '/reading' AND lang = 'en'`);
    await eventually(async () => expect(await title()).toBe('changed'));
  });
});

describe('the published curriculum', () => {
  it('is open to visitors, and every node below the course is there under its hash', async () => {
    const browser = api.visitor();
    const { courses, site } = (await browser.get('/api/curriculum')).body;
    expect(site.languages).toEqual(['km', 'en']);
    expect(site.provinces).toHaveLength(25);
    expect(courses[0].modules.map(({ id, lessons }: { id: string; lessons: unknown[] }) => [id, lessons.length])).toEqual([['m4w8tn', 3], ['m9d5xs', 3], ['m2y6hf', 3]]);
    const manifest = (await browser.get(`/api/snapshots/${courses[0].hash}`)).body;
    const leaves = manifest.modules.flatMap((m: any) => [...m.lessons, m.quiz].flatMap((node: any) => Object.values(node.leaves))) as { hash: string; bytes: number }[];
    expect(leaves).toHaveLength(3 * 4 * 2);
    for (const { hash, bytes } of leaves) {
      const node = await browser.get(`/api/snapshots/${hash}`);
      expect(createHash('sha256').update(node.text).digest('hex')).toBe(hash);
      expect(Buffer.byteLength(node.text)).toBe(bytes);
      expect(node.headers.get('cache-control')).toContain('immutable');
      expect(node.text).not.toMatch(/"notes"/);
    }
  });

  it('keeps a police course from everybody else, node by node and page by page', async () => {
    const course = { kind: 'course', id: 'police', audience: 'police', title: { km: 'ប៉ូលីស', en: 'Police' }, modules: [] };
    const hash = 'e'.repeat(64);
    await api.db.query(`INSERT INTO snapshots VALUES ($1, 'course', 'police', 'police', $2)`, [hash, JSON.stringify(course)]);
    await api.db.query(`INSERT INTO courses (id, position, audience, hash) VALUES ('police', 1, 'police', $1)`, [hash]);
    await api.db.query(`INSERT INTO pages VALUES ('/learn/police1', 'km', 'police', '', 'secret')`);
    const told = (await api.visitor().get('/api/curriculum')).body.courses.length;
    expect(told).toBe(1);
    // What a publish tells every process.
    await api.db.query(`SELECT pg_notify('curriculum_published', '')`);
    const seen = async (browser: ReturnType<TestApi['visitor']>) => [
      (await browser.get('/api/curriculum')).body.courses.length,
      (await browser.get(`/api/snapshots/${hash}`)).status,
      (await browser.get('/learn/police1', { 'accept-language': 'km' })).status,
    ];
    expect(await seen(api.visitor())).toEqual([1, 404, 404]);
    expect(await seen(await api.as('DEMO-0001'))).toEqual([1, 404, 404]);
    const police = await api.as('DEMO-0181');
    await eventually(async () => expect(await seen(police)).toEqual([2, 200, 200]));
    expect((await police.get(`/api/snapshots/${hash}`)).headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('pages', () => {
  it('speak the language that is asked for: address, cookie, browser, the site’s first', async () => {
    const lang = async (path: string, headers: Record<string, string>) => (await api.visitor().get(path, headers)).headers.get('content-language');
    expect(await lang('/learn/k7f2qd', { 'accept-language': 'fr' })).toBe('km');
    expect(await lang('/learn/k7f2qd', { 'accept-language': 'en-GB,km;q=0.5' })).toBe('en');
    expect(await lang('/learn/k7f2qd', { 'accept-language': 'en', cookie: 'sj_lang=km' })).toBe('km');
    expect(await lang('/learn/k7f2qd?lang=en', { cookie: 'sj_lang=km' })).toBe('en');
    expect(await lang('/learn/k7f2qd?lang=xx', {})).toBe('km');
  });

  it('are the same bytes for everybody, asked about each time, and hold the text before any script', async () => {
    const visitor = await api.visitor().get('/learn/k7f2qd?lang=en');
    const pastor = await (await api.as('DEMO-0001')).get('/learn/k7f2qd?lang=en');
    expect(pastor.text).toBe(visitor.text);
    expect(visitor.text).toContain('<html lang="en"');
    expect(visitor.text).toMatch(/Isaiah\u00a01:17/);
    expect(visitor.headers.get('vary')).toMatch(/accept-language, cookie/);
    const etag = visitor.headers.get('etag') ?? '';
    expect((await api.visitor().get('/learn/k7f2qd?lang=en', { 'if-none-match': etag })).status).toBe(304);
    expect((await api.visitor().get('/learn/k7f2qd?lang=km', { 'if-none-match': etag })).status).toBe(200);
  });

  it('fill numbers in from the live contacts and hold none of their own', async () => {
    const { rows } = await api.db.query(`SELECT body FROM snapshots WHERE kind <> 'course'`);
    for (const { body } of rows) expect(body).not.toMatch(/1288|1280|092 ?311/);
    expect((await api.visitor().get('/help-now?lang=en')).text).toMatch(/href="tel:1288"/);
    expect((await api.visitor().get('/h?lang=en')).text).toMatch(/href="tel:1280"/);
  });

  it('carry a policy that lets nothing in from elsewhere', async () => {
    const page = await api.visitor().get('/learn');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    for (const [, style] of page.text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g))
      expect(policy).toContain(createHash('sha256').update(style ?? '').digest('base64'));
    expect(page.text).not.toMatch(/ style="/);
    expect(page.text).not.toMatch(/(?:src|href)="https?:/);
  });

  it('keep a window to itself and ask a device for nothing; a script, which opens none, is typed and stays here', async () => {
    const page = await api.visitor().get('/learn');
    const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(page.text) ?? [];
    const asset = await fetch(api.url + script);
    for (const { headers } of [page, asset, await api.visitor().get('/api/me')]) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
    for (const { headers } of [page, await api.visitor().get('/api/me')]) {
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toBe('camera=(), microphone=(), geolocation=(), browsing-topics=()');
    }
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('say in words that there is nothing, and problems of the API stay problems', async () => {
    const page = await api.visitor().get('/no/such/place?lang=km');
    expect([page.status, page.type]).toEqual([404, 'text/html; charset=utf-8']);
    expect((await fetch(`${api.url}/api/nothing`)).headers.get('content-type')).toContain('problem+json');
    expect((await fetch(`${api.url}/assets/nothing.js`)).status).toBe(404);
    const unreadable = await fetch(`${api.url}/learn/%E0%A4%A`);
    expect([unreadable.status, unreadable.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect((await fetch(`${api.url}/assets/..%2f..%2f..%2fpackage.json`)).status).toBeGreaterThanOrEqual(400);
  });
});
