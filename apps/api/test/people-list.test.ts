import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { type Browser, startTestApi, type TestApi } from './support/api.ts';
import { Phone, personOf, quizOf, send } from './support/records.ts';

let api: TestApi;
let coordinator: Browser;
beforeAll(async () => {
  api = await startTestApi();
  coordinator = await api.as('coordinator@example.org');
});
afterAll(() => api.stop());

const list = async (filter: object = {}) => {
  const answer = await coordinator.post('/api/people/search', filter);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as { people: { id: string; name: string; province: string; lastOn: string | null; modulesDone: string[]; roles: string[] }[]; cursor: string | null; total: number | null };
};

async function all(filter: object, limit: number) {
  const people = [];
  for (let cursor: string | null = null; ; ) {
    const page = await list({ ...filter, limit, cursor });
    people.push(...page.people);
    if (page.cursor === null) return people;
    cursor = page.cursor;
  }
}

describe('the list of people', () => {
  it.each([['name'], ['recent']])('pages by %s without losing or doubling anybody, whatever the page size', async (order) => {
    const whole = await all({ order }, 100);
    const small = await all({ order }, 7);
    expect(small.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    expect(new Set(whole.map(({ id }) => id)).size).toBe(207);
    expect((await list({ order })).total).toBe(207);
  });

  it('sorts names as Khmer dictionaries do', async () => {
    const names = (await all({ role: 'pastor' }, 100)).map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator('km').compare));
  });

  it('filters by province, role and what was completed', async () => {
    // Of DEMO-0033 … 0180, the numbers that 4 divides completed the first module: 36, 40 … 180.
    const done = await list({ completion: 'module-done', module: 'm4w8tn' });
    expect(done.total).toBe(37);
    expect(done.people.every(({ modulesDone }) => modulesDone.includes('m4w8tn'))).toBe(true);
    expect((await list({ completion: 'module-done', module: 'm9d5xs' })).total).toBe(0);
    // Begun: those 37 and the 37 of 33, 37 … 177.
    expect((await list({ completion: 'begun' })).total).toBe(74);
    expect((await list({ completion: 'not-begun', role: 'pastor' })).total).toBe(180 - 74);
    expect((await list({ completion: 'all-done' })).total).toBe(0);
    expect((await list({ role: 'police' })).total).toBe(21);
    const battambang = await list({ province: 'battambang', role: 'pastor', limit: 100 });
    expect(battambang.people.every(({ province }) => province === 'battambang')).toBe(true);
  });

  it('finds part of a name in other spellings of the same letters', async () => {
    await coordinator.post('/api/people', {
      name: 'ស្រ\u200bីមុំ ១២', role: 'pastor', province: 'kep', commune: null, church: 'ក្រុមជំនុំ ក្ដី', phone: null, gender: 'woman', ageBand: '30-44', email: null,
    });
    for (const text of ['ស្រីមុំ 12', 'មុំ ១២', 'ក្តី']) expect((await list({ text, province: 'kep' })).people.map(({ name }) => name)).toEqual(['ស្រ\u200bីមុំ ១២']);
    expect((await list({ text: '100%' })).total).toBe(0);
    expect((await list({ text: '_' })).total).toBe(0);
  });

  it('shows what somebody completed at once', async () => {
    const browser = await api.as('DEMO-0020');
    const phone = new Phone(await personOf(browser));
    const quiz = await quizOf(browser, 0);
    await send(browser, [...quiz.module.lessons.map(({ id }: { id: string }) => phone.lesson(id)), phone.quiz(quiz.id, quiz.hash, quiz.right)]);
    const shown = (await all({ order: 'recent' }, 100)).find(({ id }) => id === phone.person);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Phnom_Penh' }).format(new Date());
    expect(shown).toMatchObject({ modulesDone: ['m4w8tn'], lessonsDone: 3, lastOn: today });
  });

  it('refuses a cursor of another order and nonsense', async () => {
    const { cursor } = await list({ limit: 5 });
    expect((await coordinator.post('/api/people/search', { order: 'recent', cursor })).body).toMatchObject({ code: 'bad_request', fields: ['cursor'] });
    expect((await coordinator.post('/api/people/search', { cursor: 'nonsense' })).body.code).toBe('bad_request');
    for (const bad of [['recent', 'x', 'a'.repeat(36)], ['recent', '2026-02-01', '-'.repeat(36)], ['name', null, 'x']])
      expect((await coordinator.post('/api/people/search', { order: bad[0], cursor: Buffer.from(JSON.stringify(bad)).toString('base64url') })).body.code).toBe('bad_request');
    expect((await coordinator.post('/api/people/search', { text: 'a\u0000b' })).body).toMatchObject({ code: 'bad_request', fields: ['text'] });
    expect((await coordinator.post('/api/people/search', { limit: 0 })).body).toMatchObject({ code: 'bad_request', fields: ['limit'] });
  });
});

describe('with 100,000 people', () => {
  it('every page reads a bounded number of rows, the thousandth like the first', async () => {
    await api.db.query(`
      INSERT INTO people (id, name, search_key, key_version, province, commune, church)
      SELECT gen_random_uuid(), 'ឈ្មោះ ' || lpad(n::text, 6, '0'), 'ឈ្មោះ ' || lpad(n::text, 6, '0'), 1, (ARRAY['battambang','siem-reap','kampot'])[n % 3 + 1], 'ឃុំ', 'ក្រុមជំនុំ'
      FROM generate_series(1, 100000) AS n`);
    await api.db.query(`INSERT INTO standing SELECT id, CASE WHEN random() < 0.3 THEN ARRAY['m4w8tn'] ELSE '{}'::text[] END, 3, true, current_date - (random() * 300)::int FROM people WHERE name LIKE 'ឈ្មោះ 0%' ON CONFLICT DO NOTHING`);
    await api.db.query('ANALYZE people, standing');
    const page = await list({ limit: 100 });
    expect(page.total).toBeNull();
    // Far into the list, by a cursor as the thousandth page would hold it.
    const deep = Buffer.from(JSON.stringify(['name', 'ឈ្មោះ 099900', 'ffffffff-ffff-4fff-bfff-ffffffffffff'])).toString('base64url');
    const last = await list({ cursor: deep, limit: 50 });
    expect(last.people.map(({ name }) => name)).toEqual(Array.from({ length: 50 }, (_, n) => `ឈ្មោះ ${String(99901 + n).padStart(6, '0')}`));
    // Counted rather than timed: the rows that PostgreSQL reads for the deep page are about a page.
    const spy = jest.spyOn(pg.Pool.prototype, 'query');
    await list({ cursor: deep, limit: 50 });
    const [text, values] = spy.mock.calls.find(([sql]) => (sql as string).includes('ORDER BY p.name')) as unknown as [string, unknown[]];
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
