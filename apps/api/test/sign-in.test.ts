import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toKhmerDigits } from '@seek-justice/domain/language/digits.ts';
import { startTestApi, type TestApi } from './support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('signing in', () => {
  it('knows a learner by printed code and PIN, in Khmer digits too', async () => {
    const browser = api.visitor();
    const answer = await browser.post('/api/sign-in', { login: ' demo 0001 ', secret: toKhmerDigits('123456') });
    expect(answer.body).toEqual({ next: 'learn' });
    const me = await browser.get('/api/me');
    expect(me.body.roles).toEqual(['pastor']);
    expect(me.body.can).toEqual([]);
  });

  it('knows staff by e-mail address and password', async () => {
    const browser = await api.as('Coordinator@Example.org');
    expect((await browser.get('/api/me')).body).toMatchObject({ roles: ['coordinator'], scope: { provinces: null }, can: ['people.read', 'people.write', 'staff.invite', 'contacts.write', 'curriculum.read'] });
  });

  it('gives an unknown code, a wrong PIN and a wrong password the same answer', async () => {
    const answers = await Promise.all([
      api.visitor().post('/api/sign-in', { login: '1234-56789-01234', secret: '123456' }),
      api.visitor().post('/api/sign-in', { login: 'DEMO-0002', secret: '654321' }),
      api.visitor().post('/api/sign-in', { login: 'author@example.org', secret: 'wrong-wrong-wrong' }),
    ]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(401);
    expect(answers[0]?.body.code).toBe('sign_in_failed');
  });

  it('answers a failure in the language of the reader', async () => {
    const khmer = await api.visitor().post('/api/sign-in', { login: 'x', secret: 'y' }, { 'accept-language': 'km' });
    expect(khmer.body.title).toMatch(/លេខកូដ/);
    expect(khmer.headers.get('content-language')).toBe('km');
    const english = await api.visitor().post('/api/sign-in', { login: 'x', secret: 'y' }, { 'accept-language': 'en-GB,en;q=0.8' });
    expect(english.body.title).toMatch(/code or the PIN/);
  });

  it('slows down after three failures and never locks out another address or account', async () => {
    const attempt = (secret: string) => api.visitor().post('/api/sign-in', { login: 'DEMO-0003', secret });
    for (let n = 0; n < 4; n += 1) expect((await attempt('000000')).body.retryAfter).toBeUndefined();
    const slowed = await attempt('123456');
    expect(slowed.status).toBe(401);
    expect(slowed.body.retryAfter).toBeGreaterThan(0);
    expect(Number(slowed.headers.get('retry-after'))).toBe(slowed.body.retryAfter);
    expect((await api.visitor().post('/api/sign-in', { login: 'DEMO-0004', secret: '123456' })).status).toBe(200);
    // When the wait is over, the right PIN works and everything is forgotten.
    await api.db.query('UPDATE sign_in_failures SET next_at = now()');
    expect((await attempt('123456')).status).toBe(200);
    expect((await attempt('000000')).body.retryAfter).toBeUndefined();
  });

  it('tells addresses behind a trusted proxy apart, IPv6 by its network, and believes no other proxy', async () => {
    const behind = await startTestApi({ connection: api.connection, demo: false, trustProxy: '127.0.0.1' });
    try {
      const attempt = (secret: string, from: string) => behind.visitor().post('/api/sign-in', { login: 'DEMO-0014', secret }, { 'x-forwarded-for': from });
      for (let n = 0; n < 4; n += 1) await attempt('000000', '203.0.113.9');
      expect((await attempt('123456', '203.0.113.9')).body.retryAfter).toBeGreaterThan(0);
      expect((await attempt('123456', '198.51.100.7')).status).toBe(200);
      for (let n = 0; n < 4; n += 1) await attempt('000000', `2001:db8:0:7::${n + 1}`);
      expect((await attempt('123456', '2001:db8:0:7:ffff::1')).body.retryAfter).toBeGreaterThan(0);
      expect((await attempt('123456', '2001:db8:0:8::1')).status).toBe(200);
    } finally {
      await behind.stop();
    }
    const attempt = (secret: string, from: string) => api.visitor().post('/api/sign-in', { login: 'DEMO-0015', secret }, { 'x-forwarded-for': from });
    for (let n = 0; n < 4; n += 1) await attempt('000000', '203.0.113.9');
    expect((await attempt('123456', '198.51.100.7')).body.retryAfter).toBeGreaterThan(0);
  });

  it('counts tries that come at once one by one', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => api.visitor().post('/api/sign-in', { login: 'DEMO-0005', secret: '999999' })));
    expect(tries.filter(({ body }) => body.retryAfter !== undefined).length).toBeGreaterThanOrEqual(15);
  });

  it('stores no address and no code', async () => {
    const tables = await api.db.query(`SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`);
    for (const { table_name } of tables.rows) {
      const { rows } = await api.db.query(`SELECT t::text AS row FROM ${table_name} t`);
      for (const { row } of rows) expect(row).not.toMatch(/127\.0\.0\.1|DEMO-0|demo0001|coordinator@example/);
    }
  });

  it('takes a plain form, for browsers without JavaScript', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: api.url };
    const right = await api.visitor().send('POST', '/api/sign-in', 'login=DEMO-0006&secret=123456', form);
    expect([right.status, right.headers.get('location')]).toEqual([303, '/learn']);
    const wrong = await api.visitor().send('POST', '/api/sign-in', 'login=DEMO-0006&secret=1', form);
    expect([wrong.status, wrong.headers.get('location')]).toEqual([303, '/sign-in?failed=1#failed']);
  });

  it('ends a session at sign-out, on this browser alone', async () => {
    const one = await api.as('DEMO-0007');
    const two = await api.as('DEMO-0007');
    expect((await one.post('/api/sign-out', {})).status).toBe(204);
    expect((await one.get('/api/me')).status).toBe(401);
    expect((await two.get('/api/me')).status).toBe(200);
  });
});

describe('a request from elsewhere', () => {
  it.each([['https://elsewhere.example'], ['null'], ['']])('with Origin «%s» is refused', async (origin) => {
    const browser = await api.as('DEMO-0008');
    const answer = await browser.send('POST', '/api/sign-out', '{}', { 'content-type': 'application/json', ...(origin ? { origin } : {}) });
    expect([answer.status, answer.body.code]).toEqual([403, 'bad_origin']);
    expect((await browser.get('/api/me')).status).toBe(200);
  });
});

describe('the cookie', () => {
  it('is kept from scripts and other sites', async () => {
    const answer = await api.visitor().post('/api/sign-in', { login: 'DEMO-0009', secret: '123456' });
    const cookie = answer.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
  });
});

describe('beyond loopback without https', () => {
  it('reading works and signing in is refused in words', async () => {
    const open = await startTestApi({ connection: api.connection, host: '0.0.0.0', demo: false });
    try {
      const browser = open.visitor();
      expect((await browser.get('/api/curriculum')).status).toBe(200);
      const answer = await browser.post('/api/sign-in', { login: 'DEMO-0001', secret: '123456' });
      expect([answer.status, answer.body.code]).toEqual([403, 'sign_in_off']);
    } finally {
      await open.stop();
    }
  });
});
