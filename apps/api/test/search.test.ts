import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from './support/api.ts';
import { eventually } from './support/eventually.ts';

/** Words of a course that only the police may read; `ស្ត្រី` stands with its subscripts in the other order. */
const LESSON = {
  kind: 'lesson',
  id: 'police1',
  lang: 'km',
  title: 'ស្រុកសំរោង',
  minutes: 5,
  draft: true,
  blocks: [
    { id: 'b1', type: 'text', text: 'សូមជួយស\u17d2\u179a\u17d2\u178f\u17b8ដែលត្រូវ\u200bគេ\u200bបាំង', notes: 'អាថ៌កំបាំងអ្នកដឹកនាំ' },
    { id: 'b2', type: 'text', text: '🙏🏽👨‍👩‍👧 ហៅប៉ូលិស {contact:hotline-police} ថ្ងៃទី១២ ខែមករា' },
  ],
  sources: {},
};

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  const [leaf, course] = ['a'.repeat(64), 'e'.repeat(64)];
  const manifest = {
    kind: 'course',
    id: 'police',
    audience: 'police',
    title: { km: 'ប៉ូលីស', en: 'Police' },
    modules: [{ id: 'mp', title: { km: 'មួយ', en: 'One' }, summary: {}, lessons: [{ id: 'police1', title: {}, minutes: 5, leaves: { km: { hash: leaf, bytes: 1 } } }], quiz: { id: 'qp', items: 0, passMark: 80, leaves: {} } }],
  };
  await api.db.query(`INSERT INTO snapshots VALUES ($1, 'lesson', 'police', 'police', $2), ($3, 'course', 'police', 'police', $4)`, [leaf, JSON.stringify(LESSON), course, JSON.stringify(manifest)]);
  await api.db.query(`INSERT INTO courses (id, position, audience, hash) VALUES ('police', 1, 'police', $1)`, [course]);
  // What a publish tells every process.
  await api.db.query(`SELECT pg_notify('curriculum_published', '')`);
  const police = await api.as('DEMO-0181');
  await eventually(async () => expect(places(await find(police, 'ខែមករា'))).toEqual(['police1 b2']));
  await eventually(async () => expect((await find(api.visitor(), 'ឡឥដ្ឋ')).results.length).toBeGreaterThan(0));
});
afterAll(() => api.stop());

type Browser = ReturnType<TestApi['visitor']>;
interface Found {
  results: { kind: string; id: string; block?: string; title: string; lang: string; text: string; marks: [number, number][] }[];
  more: boolean;
}

async function find(browser: Browser, q: string, lang = 'km', limit = 50): Promise<Found> {
  return (await browser.get(`/api/search?${new URLSearchParams({ q, lang, limit: String(limit) }).toString()}`)).body as Found;
}

const places = ({ results }: Found): string[] => results.map(({ id, block }) => [id, block].filter(Boolean).join(' '));
const marked = ({ results }: Found): string[] => results.flatMap(({ text, marks }) => marks.map(([from, to]) => text.slice(from, to)));

describe('search in the published curriculum', () => {
  it('finds Khmer in the middle of an unspaced sentence, in lessons and questions', async () => {
    const found = await find(api.visitor(), 'ឡឥដ្ឋ');
    expect(found.results.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['quiz']));
    expect(places(found)).toContain('z3c6pw q1');
    expect(new Set(marked(found))).toEqual(new Set(['ឡឥដ្ឋ']));
  });

  it('finds both spellings by either', async () => {
    const police = await api.as('DEMO-0181');
    const [long, short] = [await find(police, 'ប៉ូលីស'), await find(police, 'ប៉ូលិស')];
    expect(places(long).sort()).toEqual(places(short).sort());
    expect(new Set(marked(short))).toEqual(new Set(['ប៉ូលីស', 'ប៉ូលិស']));
    expect(places(await find(police, 'សម្រោង'))).toEqual(['police1']);
  });

  it('takes Khmer digits for ASCII ones and does not see zero width spaces', async () => {
    const police = await api.as('DEMO-0181');
    expect(places(await find(police, 'ទី12'))).toEqual(['police1 b2']);
    expect(places(await find(police, 'ត្រូវគេបាំង'))).toEqual(['police1 b1']);
    expect(places(await find(police, 'គេ\u200bបាំង'))).toEqual(['police1 b1']);
  });

  it('marks the text as it is written: other order of subscripts, behind emoji', async () => {
    const police = await api.as('DEMO-0181');
    // សូមជួយ is 6 units, the six of ស្ត្រី follow.
    expect((await find(police, 'ជួយស្ត្រី')).results[0]?.marks).toEqual([[3, 12]]);
    // 🙏🏽 4 units, 👨‍👩‍👧 8, a space, ហៅ 2: 15.
    expect((await find(police, 'ប៉ូលីស ខែមករា')).results[0]?.marks[0]).toEqual([15, 21]);
  });

  it('wants all words, in any order', async () => {
    const police = await api.as('DEMO-0181');
    expect(places(await find(police, 'មករា ប៉ូលីស'))).toEqual(['police1 b2']);
    expect(places(await find(police, 'មករា ស្ត្រី'))).toEqual([]);
  });

  it('shows a title first', async () => {
    const found = await find(api.visitor(), 'neighbour', 'en');
    expect(found.results[0]).toMatchObject({ kind: 'lesson', title: 'Who is my neighbour', lang: 'en' });
    expect(found.results[0]).not.toHaveProperty('block');
  });

  it('finds a query in the other language than the reader’s', async () => {
    const found = await find(api.visitor(), 'neighbour', 'km');
    expect(found.results[0]?.lang).toBe('en');
  });

  it('finds contacts by name and by number, and provinces', async () => {
    expect((await find(api.visitor(), '១២៨៨')).results.map(({ kind }) => kind)).toContain('contact');
    expect((await find(api.visitor(), 'battambang', 'en')).results).toContainEqual({ kind: 'place', id: 'battambang', title: 'Battambang', lang: 'en', text: 'Battambang', marks: [[0, 10]] });
  });
});

describe('who finds what', () => {
  it.each([
    ['a visitor', null, 0],
    ['a pastor', 'DEMO-0001', 0],
    ['a trainer', 'trainer@example.org', 0],
    ['the safeguarding person', 'safeguarding@example.org', 0],
    ['an evaluator', 'evaluator@example.org', 0],
    ['the police', 'DEMO-0181', 1],
    ['an author', 'author@example.org', 1],
    ['a reviewer', 'reviewer@example.org', 1],
    ['a coordinator', 'coordinator@example.org', 1],
  ])('%s', async (_who, login, count) => {
    const browser = login ? await api.as(login) : api.visitor();
    expect((await find(browser, 'ខែមករា')).results).toHaveLength(count);
  });

  it('nobody finds what is for the leader of a group, and no number lies in the index', async () => {
    expect((await find(await api.as('DEMO-0181'), 'អាថ៌កំបាំងអ្នកដឹកនាំ')).results).toEqual([]);
    const { rows } = await api.db.query<{ key: string }>('SELECT key FROM search_entries');
    expect(rows.length).toBeGreaterThan(100);
    for (const { key } of rows) expect(key).not.toMatch(/1288|1280|092 ?311|hotline-police/);
  });
});

describe('the answer', () => {
  it('is kept by nobody and stands in no log', async () => {
    const answer = await api.visitor().get('/api/search?q=zebrafish');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.body).toEqual({ results: [], more: false });
    expect(api.log.join('')).not.toContain('zebrafish');
    expect((await api.visitor().get('/metrics')).text).not.toContain('zebrafish');
  });

  it('has limits', async () => {
    const some = await find(api.visitor(), 'you', 'en', 3);
    expect([some.results.length, some.more]).toEqual([3, true]);
    expect((await api.visitor().get(`/api/search?q=${'a'.repeat(81)}`)).status).toBe(400);
    expect((await find(api.visitor(), 'a')).results).toEqual([]);
  });
});
