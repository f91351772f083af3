import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { luhnDigit } from '../src/auth/login.ts';
import { type Browser, startTestApi, type TestApi } from './support/api.ts';
import { Joiner, sealed } from './support/joiner.ts';
import { Phone, personOf, send } from './support/records.ts';

let api: TestApi;
let coordinator: Browser;
let local: Browser;
let code: string;

beforeAll(async () => {
  api = await startTestApi({ trustProxy: '127.0.0.1' });
  coordinator = await api.as('coordinator@example.org');
  const { body } = await coordinator.post('/api/people', {
    name: 'កែវ សុខា', role: 'coordinator', province: 'kep', commune: null, church: null, phone: null, gender: 'not-said', ageBand: 'not-said', email: 'kep@example.org',
  });
  local = api.visitor();
  const token = new URLSearchParams(new URL(body.invitation).hash.slice(1)).get('token');
  await local.post('/api/invitations/accept', { token, password: 'a long enough one' });
  code = (await cohort()).code;
});
afterAll(() => api.stop());

let houses = 0;
/** Another address for everybody, so that the tries of one test do not slow another. */
const house = () => `10.1.${Math.floor((houses += 1) / 250)}.${(houses % 250) + 1}`;
const cohort = async (name = 'វគ្គ បាត់ដំបង', province = 'battambang', by = coordinator) => (await by.post('/api/cohorts', { name, province })).body;
const join = (item: unknown, from = house()) => api.visitor().post('/api/join', { item }, { 'x-forwarded-for': from });
const list = async (by = coordinator, filter: object = {}) => (await by.post('/api/people/search', { limit: 100, ...filter })).body.people as { id: string; name: string; [key: string]: unknown }[];

describe('a cohort', () => {
  it('is made with a code whose last digit catches slips, and is listed', async () => {
    const answer = await coordinator.post('/api/cohorts', { name: ' វគ្គខែវិច្ឆិកា ', province: 'battambang' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ name: 'វគ្គខែវិច្ឆិកា', province: 'battambang', joined: 0, closed: false });
    expect(answer.body.code).toMatch(/^\d{8}$/);
    expect(answer.body.code.at(-1)).toBe(luhnDigit(answer.body.code.slice(0, -1)));
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Phnom_Penh' }).format(new Date());
    expect((await coordinator.get('/api/cohorts')).body.cohorts[0]).toEqual({ ...answer.body, madeOn: today });
  });

  it('stays inside the provinces of its coordinator', async () => {
    const far = await cohort('far away');
    const near = await cohort('ក្រុមកែប', 'kep', local);
    expect((await local.get('/api/cohorts')).body.cohorts.map(({ id }: { id: string }) => id)).toEqual([near.id]);
    expect((await local.post('/api/cohorts', { name: 'x', province: 'kampot' })).body.code).toBe('not_allowed');
    expect((await local.post(`/api/cohorts/${far.id}/close`, { closed: true })).body.code).toBe('not_found');
    expect((await coordinator.post('/api/cohorts', { name: 'x', province: 'atlantis' })).body).toMatchObject({ code: 'bad_request', fields: ['province'] });
    expect((await coordinator.post('/api/cohorts', { name: ' ', province: 'kep' })).body).toMatchObject({ code: 'bad_request', fields: ['name'] });
  });

  it('is listed a page at a time, newest first', async () => {
    await api.db.query(`INSERT INTO cohorts (id, code, name, province, created_by, created_at)
      SELECT gen_random_uuid(), 'old' || n, 'old ' || n, 'kampot', gen_random_uuid(), '2020-01-01'::timestamptz - n * interval '1 hour' FROM generate_series(1, 150) AS n`);
    await api.db.query(`UPDATE cohorts SET code = lpad((10000000 + row)::text, 8, '0') FROM (SELECT id, row_number() OVER () AS row FROM cohorts WHERE province = 'kampot') AS old WHERE old.id = cohorts.id`);
    const first = (await coordinator.get('/api/cohorts')).body;
    expect([first.cohorts.length, first.more]).toEqual([100, true]);
    const second = (await coordinator.get(`/api/cohorts?after=${first.cohorts.at(-1).id}`)).body;
    expect(second.more).toBe(false);
    expect(second.cohorts.at(-1).name).toBe('old 150');
    expect(new Set([...first.cohorts, ...second.cohorts].map(({ id }) => id)).size).toBe(first.cohorts.length + second.cohorts.length);
  });
});

describe('joining', () => {
  it('makes a person of the id from the phone, whose records count and who stands in the list at once', async () => {
    const joiner = new Joiner();
    const { status, body } = await join(joiner.item(code, { name: ' ចាន់ ម៉ាលី ', church: 'ក្រុមជំនុំ ក', province: 'kampot' }));
    expect([status, body.person]).toEqual([200, joiner.person]);
    // The province is the cohort's, whatever a phone says.
    expect(await list(coordinator, { text: 'ចាន់ ម៉ាលី' })).toEqual([
      { id: joiner.person, name: 'ចាន់ ម៉ាលី', roles: ['pastor'], province: 'battambang', commune: null, church: 'ក្រុមជំនុំ ក', account: 'no-card', origin: 'joined', modulesDone: [], lessonsDone: 0, lastOn: null },
    ]);
    const sent = await api.visitor().post('/api/records', { records: [joiner.lesson('k7f2qd')] }, { authorization: `Bearer ${body.token}` });
    expect(sent.body.verdicts[0].verdict).toBe('stored');
    expect((await list(coordinator, { text: 'ចាន់ ម៉ាលី' }))[0]).toMatchObject({ lessonsDone: 1 });
    expect((await coordinator.get('/api/cohorts')).body.cohorts.find((one: { code: string }) => one.code === code).joined).toBe(1);
  });

  it('works sealed, in Khmer digits and groups of four', async () => {
    const { rows } = await api.db.query<{ kid: string; private_key: { x: string; y: string } }>('SELECT kid, private_key FROM sealing_keys');
    const to = { kid: rows[0]?.kid ?? '', x: rows[0]?.private_key.x ?? '', y: rows[0]?.private_key.y ?? '' };
    const joiner = new Joiner();
    const khmer = code.replace(/\d/g, (digit) => '០១២៣៤៥៦៧៨៩'[Number(digit)] ?? '');
    const item = joiner.item(`${khmer.slice(0, 4)} ${khmer.slice(4)}`);
    expect((await join(sealed(item, to))).body.person).toBe(joiner.person);
    // What was sealed under another id than the one outside is not taken.
    const other = new Joiner().item(code);
    expect((await join(sealed({ ...other, id: randomUUID() }, to).replace(/^[^.]+/, sealed(other, to).split('.')[0] ?? ''))).body.code).toBe('bad_request');
  });

  it('twice gives the same person and a fresh token, also after the cohort was closed', async () => {
    const own = await cohort('closes');
    const joiner = new Joiner();
    const item = joiner.item(own.code);
    const [one, two] = await Promise.all([join(item), join(item)]);
    expect([one.body.person, two.body.person]).toEqual([joiner.person, joiner.person]);
    expect((await coordinator.post(`/api/cohorts/${own.id}/close`, { closed: true })).body.closed).toBe(true);
    const again = await join(item);
    expect(again.body.person).toBe(joiner.person);
    const lesson = joiner.lesson('k7f2qd');
    const by = (token: string) => api.visitor().post('/api/records', { records: [lesson] }, { authorization: `Bearer ${token}` });
    expect((await by(again.body.token)).body.verdicts[0].verdict).toBe('stored');
    expect(await api.db.query('SELECT 1 FROM cohort_members WHERE person = $1', [joiner.person])).toMatchObject({ rowCount: 1 });
  });

  it('works for a while after a cohort was closed: a phone of the hall may come days later', async () => {
    const own = await cohort('later');
    await coordinator.post(`/api/cohorts/${own.id}/close`, { closed: true });
    await api.db.query(`UPDATE cohorts SET closed_at = now() - interval '29 days' WHERE id = $1`, [own.id]);
    expect((await join(new Joiner().item(own.code))).status).toBe(200);
  });

  it('is refused by a cohort that was closed a month ago, and works again when it is opened', async () => {
    const own = await cohort('opens');
    await coordinator.post(`/api/cohorts/${own.id}/close`, { closed: true });
    await api.db.query(`UPDATE cohorts SET closed_at = now() - interval '31 days' WHERE id = $1`, [own.id]);
    const item = new Joiner().item(own.code);
    expect((await join(item)).body).toMatchObject({ status: 409, code: 'join_closed' });
    expect((await coordinator.post(`/api/cohorts/${own.id}/close`, { closed: false })).body).toMatchObject({ closed: false });
    expect((await join(item)).status).toBe(200);
  });

  it('is refused once a cohort holds more people than any hall', async () => {
    const own = await cohort('full');
    await api.db.query(`INSERT INTO cohort_members (cohort, person, opened) SELECT $1, id, '\\x00' FROM people LIMIT 207`, [own.id]);
    await api.db.query(`WITH added AS (INSERT INTO people (id, name, search_key, key_version) SELECT gen_random_uuid(), 'x', 'x', 1 FROM generate_series(1, 293) RETURNING id)
      INSERT INTO cohort_members (cohort, person, opened) SELECT $1, id, '\\x00' FROM added`, [own.id]);
    const answer = await join(new Joiner().item(own.code));
    await api.db.query(`DELETE FROM people WHERE name = 'x'`);
    expect(answer.body.code).toBe('join_closed');
  });

  it.each([
    ['no word about being 18', { adult: undefined }, 'adult'],
    ['somebody younger', { adult: false }, 'adult'],
    ['no name', { name: ' ' }, 'name'],
  ])('says what is missing: %s', async (_name, words, field) => {
    expect((await join(new Joiner().item(code, words))).body).toMatchObject({ status: 400, code: 'bad_request', fields: [field] });
  });

  it('takes nobody else’s id, device or signature', async () => {
    const first = new Joiner();
    await join(first.item(code));
    const thief = new Joiner();
    const opened = (change: object) => JSON.stringify(thief.record('profile.opened', JSON.parse(thief.item(code).opened).body, { deviceSeq: 0, ...change }));
    const stolen = async (change: object) => (await join({ ...thief.item(code), opened: opened(change) })).body.code;
    expect(await stolen({ subject: first.person, actor: first.person })).toBe('profile_taken');
    expect(await stolen({ device: first.device })).toBe('profile_taken');
    const pastor = await personOf(await api.as('DEMO-0003'));
    expect(await stolen({ subject: pastor, actor: pastor })).toBe('profile_taken');
    expect(await stolen({ subject: first.person })).toBe('bad_request');
    const changed = { ...JSON.parse(first.item(code).opened), device: randomUUID() };
    expect((await join({ ...first.item(code), opened: JSON.stringify(changed) })).body.code).toBe('bad_request');
    expect((await join('not.sealed')).body.code).toBe('bad_request');
  });

  it('slows down whoever guesses codes, and counts no slip of the finger', async () => {
    const from = house();
    const guess = (n: number) => `${n}${luhnDigit(String(n))}`;
    const slips = Array.from({ length: 6 }, () => `1234567${(Number(luhnDigit('1234567')) + 1) % 10}`);
    for (const slip of slips) expect((await join(new Joiner().item(slip), from)).body).toMatchObject({ status: 404, code: 'join_unknown' });
    const waits = [];
    for (let n = 7_000_001; n <= 7_000_005; n += 1) waits.push((await join(new Joiner().item(guess(n)), from)).body.retryAfter ?? 0);
    expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
    expect(Math.max(...waits)).toBeGreaterThan(0);
    // The right code waits as well there, and not at all elsewhere.
    expect((await join(new Joiner().item(code), from)).body.retryAfter).toBeGreaterThan(0);
    expect((await join(new Joiner().item(code))).status).toBe(200);
  });

  it('gives no session, but a card works afterwards', async () => {
    const joiner = new Joiner();
    const visitor = api.visitor();
    await visitor.post('/api/join', { item: joiner.item(code) }, { 'x-forwarded-for': house() });
    expect((await visitor.get('/api/me')).status).toBe(401);
    expect((await coordinator.get(`/api/people/${joiner.person}`)).body).toMatchObject({ origin: 'joined', account: 'no-card' });
    const card = await coordinator.post(`/api/people/${joiner.person}/code`, {});
    expect(card.status).toBe(201);
    const first = await visitor.post('/api/sign-in', { login: card.body.code, secret: '135790' });
    await visitor.post('/api/sign-in/pin', { ticket: first.body.ticket, pin: '135790' });
    expect(await personOf(visitor)).toBe(joiner.person);
  });

  it('is refused from another page', async () => {
    expect((await api.visitor().post('/api/join', { item: new Joiner().item(code) }, { origin: 'https://evil.example' })).body.code).toBe('bad_origin');
  });

  it('also comes in between carried records', async () => {
    const { rows } = await api.db.query<{ kid: string; private_key: { x: string; y: string } }>('SELECT kid, private_key FROM sealing_keys');
    const to = { kid: rows[0]?.kid ?? '', x: rows[0]?.private_key.x ?? '', y: rows[0]?.private_key.y ?? '' };
    const joiner = new Joiner();
    const carrier = await api.as('DEMO-0004');
    const item = joiner.item(code);
    expect(await send(carrier, [joiner.lesson('k7f2qd'), sealed(item, to)])).toEqual(['stored', 'stored']);
    expect((await coordinator.get(`/api/people/${joiner.person}/progress`)).body.courses[0].modules[0].lessonsDone).toEqual(['k7f2qd']);
    expect(await send(carrier, [sealed(new Joiner().item(code, { adult: false }), to)])).toEqual(['refused:malformed']);
  });
});

describe('one person who is known as two', () => {
  const candidates = async (id: string, by = coordinator) => (await by.get(`/api/people/${id}/same`)).body.candidates as { person: { id: string }; by: string[] }[];
  const add = async (name: string, more: object = {}) =>
    (await coordinator.post('/api/people', { name, role: 'pastor', province: 'battambang', commune: null, church: null, phone: null, gender: 'not-said', ageBand: 'not-said', email: null, ...more })).body.person.id as string;

  it('is found by name in any order and spelling, by phone, and in one’s own provinces alone', async () => {
    const joiner = new Joiner();
    await join(joiner.item(code, { name: 'វុទ្ធី ទេព', church: 'ក្រុមជំនុំ គ' }));
    const card = await add('ទេព វុទ្ធី', { church: 'ក្រុមជំនុំ គ', phone: '012 999 888' });
    await add('ទេព សុភ័ក្រ');
    await add('ទេព វុទ្ធិ', { role: 'police', church: null });
    expect((await candidates(joiner.person)).map(({ person, by }) => [person.id, by])).toEqual([[card, ['name', 'church']]]);
    const phone = await add('អ្នកផ្សេង ទៀត', { phone: '+855 12 999 888' });
    expect((await candidates(card)).map(({ person, by }) => [person.id, by])).toEqual([[joiner.person, ['name', 'church']], [phone, ['phone']]]);
    const far = await add('ទេព វុទ្ធី', { province: 'kep' });
    expect((await local.get(`/api/people/${card}/same`)).status).toBe(404);
    expect(await candidates(far, local)).toEqual([]);
  });

  it('becomes one line by a record, and two again exactly', async () => {
    const joiner = new Joiner();
    const { body } = await join(joiner.item(code, { name: 'ប៉ែន កល្យាណ' }));
    await api.visitor().post('/api/records', { records: [joiner.lesson('k7f2qd')] }, { authorization: `Bearer ${body.token}` });
    const card = await add('ប៉ែន កល្យាណា');
    const before = await list(coordinator, { text: 'ប៉ែន កល្យាណ' });
    expect(before.map(({ lessonsDone }) => lessonsDone)).toEqual([1, 0]);
    const staff = new Phone(await personOf(coordinator));
    const merged = staff.record('people.merged', { other: joiner.person }, { subject: card });
    expect(await send(coordinator, [merged])).toEqual(['stored']);
    const one = await list(coordinator, { text: 'ប៉ែន កល្យាណ' });
    expect(one.map(({ lessonsDone }) => lessonsDone)).toEqual([1]);
    // Found by the name of the other one as well.
    expect((await list(coordinator, { text: 'ប៉ែន កល្យាណា' })).map(({ id }) => id)).toEqual(one.map(({ id }) => id));
    for (const id of [card, joiner.person]) {
      const same = (await coordinator.get(`/api/people/${id}/same`)).body;
      expect(same.candidates).toEqual([]);
      expect(same.merged).toEqual([{ one: expect.objectContaining({ id: card }), other: expect.objectContaining({ id: joiner.person }), records: [{ id: merged.id, subject: card }] }]);
    }
    expect(await send(coordinator, [staff.record('record.voided', { record: merged.id, reason: 'mistake' }, { subject: card })])).toEqual(['stored']);
    expect(await list(coordinator, { text: 'ប៉ែន កល្យាណ' })).toEqual(before);
    expect((await coordinator.get(`/api/people/${card}/same`)).body.merged).toEqual([]);
  });

  it('is looked for by index among 100,000 people', async () => {
    await api.db.query(`
      INSERT INTO people (id, name, search_key, key_version, province, alike)
      SELECT gen_random_uuid(), 'x', 'x', 1, 'battambang', ARRAY['n:' || n] FROM generate_series(1, 100000) AS n`);
    await api.db.query('ANALYZE people');
    const card = await add('នួន រតនា');
    // Counted rather than timed: the rows that PostgreSQL reads for the question that is really asked.
    const spy = jest.spyOn(pg.Pool.prototype, 'query');
    await candidates(card);
    const [text, values] = spy.mock.calls.find(([sql]) => (sql as unknown as string).includes('name_alike')) as unknown as [string, unknown[]];
    spy.mockRestore();
    const { rows } = await api.db.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
    const read: number[] = [];
    JSON.stringify(rows[0]['QUERY PLAN'], (key, value) => {
      if (key === 'Plan' || key === 'Plans') for (const node of [value].flat()) if (node['Relation Name'] === 'people') read.push(node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0));
      return value;
    });
    expect(read.length).toBeGreaterThan(0);
    expect(Math.max(...read)).toBeLessThan(500);
  });
});
