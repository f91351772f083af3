import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PIN } from '@seek-justice/seed/demo.ts';
import { type Browser, startTestApi, type TestApi } from './support/api.ts';
import { personOf, Phone, send } from './support/records.ts';
import { type SealTo, sealed, sealedRecord, SignedPhone } from './support/signed-phone.ts';

let api: TestApi;
let to: SealTo;
beforeAll(async () => {
  api = await startTestApi();
  to = await sealingKey(api);
});
afterAll(() => api.stop());

/** The key that pages tell phones to seal to. */
async function sealingKey({ url }: TestApi): Promise<SealTo> {
  const html = await (await fetch(`${url}/learn`)).text();
  const [, json = ''] = /<script type="application\/json" id="page">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json).sealTo as SealTo;
}

async function boundPhone(login: string): Promise<{ browser: Browser; phone: SignedPhone; token: string }> {
  const browser = await api.as(login);
  const phone = await SignedPhone.of(await personOf(browser));
  const { body } = await browser.post('/api/devices', { opened: await phone.opened() });
  return { browser, phone, token: body.token };
}

async function byToken(token: string, records: unknown[]): Promise<string[]> {
  const answer = await api.visitor().post('/api/records', { records }, { authorization: `Bearer ${token}` });
  if (answer.status !== 200) throw new Error(`${answer.status}`);
  return answer.body.verdicts.map(({ verdict, code }: { verdict: string; code?: string }) => (code ? `${verdict}:${code}` : verdict));
}

const stamp = async (id: string) => (await api.db.query('SELECT via, actor, device, device_seq::int FROM records WHERE id = $1', [id])).rows[0];

describe('binding a phone (SPEC D)', () => {
  it('makes its first record, and what it signs and seals afterwards counts without a session', async () => {
    const { phone, token } = await boundPhone('DEMO-0001');
    const record = await phone.lesson('k7f2qd');
    expect(await byToken(token, [await sealedRecord(record, to)])).toEqual(['stored']);
    expect(await byToken(token, [await sealedRecord(record, to), record])).toEqual(['duplicate', 'duplicate']);
    expect(await stamp(record.id)).toEqual({ via: 'device', actor: phone.person, device: phone.device, device_seq: 1 });
    const { rows } = await api.db.query(`SELECT type FROM records WHERE device = $1 ORDER BY device_seq`, [phone.device]);
    expect(rows.map(({ type }) => type)).toEqual(['profile.opened', 'lesson.finished']);
  });

  it('again gives the same token; another person cannot have the phone', async () => {
    const browser = await api.as('DEMO-0002');
    const phone = await SignedPhone.of(await personOf(browser));
    const opened = await phone.opened();
    const first = (await browser.post('/api/devices', { opened })).body.token;
    const second = (await browser.post('/api/devices', { opened })).body.token;
    expect(second).toBe(first);
    expect(await byToken(second, [await phone.lesson('k7f2qd')])).toEqual(['stored']);
    const other = await api.as('DEMO-0003');
    expect((await other.post('/api/devices', { opened })).body.code).toBe('not_allowed');
    const theirs = await SignedPhone.of(await personOf(other));
    expect((await other.post('/api/devices', { opened: await theirs.opened({ device: phone.device }) })).body.code).toBe('not_allowed');
  });

  it.each([
    ['something else', async (phone: SignedPhone) => JSON.stringify(await phone.lesson('k7f2qd'))],
    ['a later record', (phone: SignedPhone) => phone.opened({ deviceSeq: 1 })],
    ['one that another key has signed', async (phone: SignedPhone) => JSON.stringify({ ...JSON.parse(await phone.opened()), body: JSON.parse(await (await SignedPhone.of(phone.person)).opened()).body })],
    ['numbers that are no point of the curve', async (phone: SignedPhone) => JSON.stringify(await phone.sign(phone.envelope('profile.opened', { key: { x: 'A'.repeat(43), y: 'A'.repeat(43) } }, { deviceSeq: 0 })))],
    ['no record', async () => '{'],
  ])('refuses %s', async (_what, opened) => {
    const browser = await api.as('DEMO-0003');
    const phone = await SignedPhone.of(await personOf(browser));
    expect((await browser.post('/api/devices', { opened: await opened(phone) })).body).toMatchObject({ code: 'bad_request', fields: ['opened'] });
  });

  it('gives a token that hands records in and does nothing else', async () => {
    const { token, phone } = await boundPhone('DEMO-0004');
    const authorization = { authorization: `Bearer ${token}` };
    for (const path of ['/api/me', '/api/records', `/api/people/${phone.person}/progress`]) expect((await api.visitor().get(path, authorization)).status).toBe(401);
    expect((await api.visitor().post('/api/devices', { opened: await phone.opened() }, authorization)).status).toBe(401);
    // A token that nobody gave out is not helped by somebody else's cookie.
    const other = await api.as('DEMO-0005');
    expect((await other.post('/api/records', { records: [] }, { authorization: `Bearer ${'x'.repeat(43)}` })).status).toBe(401);
  });

  it('outlives the session: a phone that was away for a month still delivers', async () => {
    const { token, phone } = await boundPhone('DEMO-0006');
    await api.db.query(`DELETE FROM sessions WHERE account_id IN (SELECT id FROM accounts WHERE person_id = $1)`, [phone.person]);
    await api.db.query(`SELECT pg_notify('account_changed', '')`);
    const record = await phone.lesson('k7f2qd');
    expect(await byToken(token, [await sealedRecord(record, to)])).toEqual(['stored']);
    expect((await stamp(record.id)).actor).toBe(phone.person);
  });
});

describe('what is signed and sealed (SPEC D)', () => {
  it('is refused with its reason when it was changed, is unsigned, or was sealed to another key or under another id', async () => {
    const { phone, token } = await boundPhone('DEMO-0007');
    const record = await phone.lesson('k7f2qd');
    const unsigned = phone.envelope('lesson.finished', { lesson: 'k7f2qd', snapshot: 'a'.repeat(64), lang: 'km', mode: 'read' });
    const stranger = await SignedPhone.of(randomUUID());
    const elsewhere = JSON.parse(await stranger.opened()).body.key as SealTo;
    const text = await sealedRecord(record, to);
    expect(
      await byToken(token, [
        { ...record, occurredAt: '2026-11-20T02:15:31.000Z' },
        unsigned,
        await sealedRecord(record, { ...elsewhere, kid: to.kid }),
        await sealedRecord(record, { ...to, kid: 'nobody' }),
        `${text.slice(0, -3)}AAA`,
        text.slice(0, 40),
        await sealed(record.id, '{"id":', to),
      ]),
    ).toEqual(['refused:bad_signature', 'refused:not_permitted', 'refused:unreadable', 'refused:unreadable', 'refused:unreadable', 'refused:malformed', 'refused:malformed']);
    // Nothing of that stands in the way of the record itself.
    expect(await byToken(token, [text])).toEqual(['stored']);
  });

  it('is spoken of by the name on its outside, which says nothing of the record inside', async () => {
    const { phone, token } = await boundPhone('DEMO-0018');
    const [record, outside] = [await phone.lesson('k7f2qd'), randomUUID()];
    const answer = await api.visitor().post('/api/records', { records: [await sealed(outside, JSON.stringify(record), to)] }, { authorization: `Bearer ${token}` });
    expect(answer.body.verdicts).toEqual([{ id: outside, verdict: 'stored' }]);
    // Whoever carried it could claim the outside's name, and nothing is lost by that.
    const thief = await boundPhone('DEMO-0019');
    const claimed = await phone.lesson('p3x9vr');
    const named = randomUUID();
    expect(await byToken(thief.token, [await thief.phone.lesson('k7f2qd', { id: named })])).toEqual(['stored']);
    expect(await byToken(token, [await sealed(named, JSON.stringify(claimed), to)])).toEqual(['stored']);
  });

  it('names it in the verdict even where nobody can read it', async () => {
    const { token } = await boundPhone('DEMO-0008');
    const id = randomUUID();
    const answer = await api.visitor().post('/api/records', { records: [await sealed(id, 'x', { ...to, kid: 'nobody' })] }, { authorization: `Bearer ${token}` });
    expect(answer.body.verdicts).toEqual([{ id, verdict: 'refused', code: 'unreadable' }]);
  });

  it('may be carried by anybody: it arrives as its owner’s, and the owner hears "duplicate"', async () => {
    const owner = await boundPhone('DEMO-0009');
    const carrier = await boundPhone('DEMO-0010');
    const record = await owner.phone.lesson('k7f2qd');
    const text = await sealedRecord(record, to);
    expect(await byToken(carrier.token, [text])).toEqual(['stored']);
    expect(await stamp(record.id)).toMatchObject({ via: 'carried', actor: owner.phone.person });
    expect(await byToken(owner.token, [text])).toEqual(['duplicate']);
    const second = await owner.phone.lesson('p3x9vr');
    expect(await send(carrier.browser, [second])).toEqual(['stored']);
    const { courses } = (await owner.browser.get(`/api/people/${owner.phone.person}/progress`)).body;
    expect(courses[0].modules[0].lessonsDone.length).toBeGreaterThan(0);
  });

  it('says nothing for others: a signature is for its own person alone', async () => {
    const { phone, token } = await boundPhone('DEMO-0011');
    const other = await personOf(await api.as('DEMO-0012'));
    const about = await phone.lesson('k7f2qd', { subject: other });
    const as = await phone.lesson('k7f2qd', { subject: other, actor: other });
    expect(await byToken(token, [about, as])).toEqual(['refused:not_permitted', 'refused:not_permitted']);
  });
});

describe('a phone that nobody knows yet (SPEC D)', () => {
  it('has its records held, and they count once it is bound', async () => {
    const carrier = await boundPhone('DEMO-0013');
    const browser = await api.as('DEMO-0014');
    const phone = await SignedPhone.of(await personOf(browser));
    const records = [await phone.lesson('k7f2qd'), await phone.lesson('p3x9vr')];
    const forged = { ...(await phone.lesson('w8n5mc')), occurredAt: '2026-11-20T02:15:31.000Z' };
    const texts = await Promise.all([...records, forged].map((record) => sealedRecord(record, to)));
    expect(await byToken(carrier.token, texts)).toEqual(['stored', 'stored', 'stored']);
    expect(await byToken(carrier.token, texts.slice(0, 1))).toEqual(['duplicate']);
    expect(await stamp(records[0]?.id ?? '')).toBeUndefined();
    const { body } = await browser.post('/api/devices', { opened: await phone.opened() });
    expect(await stamp(records[0]?.id ?? '')).toMatchObject({ via: 'carried', actor: phone.person });
    expect(await byToken(body.token, texts)).toEqual(['duplicate', 'duplicate', 'refused:bad_signature']);
    const { rows } = await api.db.query('SELECT fault FROM held_records WHERE device = $1', [phone.device]);
    expect(rows).toEqual([{ fault: 'bad_signature' }]);
    const { lessonsDone } = (await browser.get(`/api/people/${phone.person}/progress`)).body.courses[0].modules[0];
    expect(lessonsDone).toEqual(expect.arrayContaining(['k7f2qd']));
  });
});

describe('what wants to do harm', () => {
  it('a false signature does not stand in the way of the true one', async () => {
    const carrier = await boundPhone('DEMO-0020');
    const browser = await api.as('DEMO-0021');
    const phone = await SignedPhone.of(await personOf(browser));
    const record = await phone.lesson('k7f2qd');
    expect(await byToken(carrier.token, [{ ...record, sig: 'A'.repeat(86) }, record])).toEqual(['stored', 'stored']);
    await browser.post('/api/devices', { opened: await phone.opened() });
    expect(await stamp(record.id)).toMatchObject({ actor: phone.person });
  });

  it('a number far ahead breaks nobody’s progress', async () => {
    const { browser, phone, token } = await boundPhone('DEMO-0022');
    expect(await byToken(token, [await phone.lesson('k7f2qd', { deviceSeq: Number.MAX_SAFE_INTEGER })])).toEqual(['stored']);
    const { status, body } = await browser.get(`/api/people/${phone.person}/progress`);
    expect([status, body.devices]).toEqual([200, [{ device: phone.device, received: 2, missing: 2_147_483_647 }]]);
  });

  it('an address that somebody types shows nothing of who reads', async () => {
    const signedIn = await fetch(`${api.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.url },
      body: JSON.stringify({ login: 'DEMO-0023', secret: DEMO_PIN }),
    });
    const cookie = signedIn.headers.getSetCookie().map((set) => set.split(';')[0]).join('; ');
    // Node's own fetch says of itself what it is, so these are asked without it.
    const ask = (mode: string) =>
      new Promise((resolve) => void request(`${api.url}/api/me`, { headers: { cookie, 'sec-fetch-mode': mode } }, ({ statusCode }) => resolve(statusCode)).end());
    expect([await ask('navigate'), await ask('cors')]).toEqual([401, 200]);
  });
});

describe('gaps', () => {
  it('are counted by phone: numbers below the highest that did not come', async () => {
    const { browser, phone, token } = await boundPhone('DEMO-0015');
    const records = [];
    for (let index = 0; index < 5; index += 1) records.push(await phone.lesson('k7f2qd'));
    // Numbers 0 to 5 were made; 2 and 4 are missing.
    await byToken(token, records.filter(({ deviceSeq }) => deviceSeq !== 2 && deviceSeq !== 4));
    const before = (await browser.get(`/api/people/${phone.person}/progress`)).body.devices;
    expect(before).toEqual([{ device: phone.device, received: 4, missing: 2 }]);
    await byToken(token, records);
    expect((await browser.get(`/api/people/${phone.person}/progress`)).body.devices).toEqual([{ device: phone.device, received: 6, missing: 0 }]);
  });
});

describe('bytes on the line', () => {
  const packed = (browser: Browser, body: Buffer | string) =>
    browser.send('POST', '/api/records', body as never, { 'content-type': 'application/json', 'content-encoding': 'gzip', origin: api.url });

  it('may be packed; what was cut is no request, and what unpacks to more than the limit is too large', async () => {
    const browser = await api.as('DEMO-0016');
    const phone = new Phone(await personOf(browser));
    const text = gzipSync(JSON.stringify({ records: [phone.lesson('k7f2qd'), phone.lesson('p3x9vr')] }));
    expect((await packed(browser, text)).body.verdicts.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['stored', 'stored']);
    expect((await packed(browser, text.subarray(0, text.length - 12))).body.code).toBe('bad_request');
    expect((await packed(browser, 'not packed')).body.code).toBe('bad_request');
    expect((await packed(browser, gzipSync(`{"records":[]${' '.repeat(5 * 1024 * 1024)}}`))).body.code).toBe('too_large');
  });

  it('name the feed, so that a phone knows when the database was put back', async () => {
    const { token } = await boundPhone('DEMO-0017');
    const { rows } = await api.db.query(`SELECT value FROM site WHERE key = 'feed-id'`);
    expect((await api.visitor().post('/api/records', { records: [] }, { authorization: `Bearer ${token}` })).body).toEqual({ verdicts: [], feed: rows[0].value });
  });
});
