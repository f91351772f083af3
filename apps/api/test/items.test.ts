import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, startTestApi, type TestApi } from './support/api.ts';

let api: TestApi;
let author: Browser;
let reviewer: Browser;
beforeAll(async () => {
  api = await startTestApi();
  [author, reviewer] = [await api.as('author@example.org'), await api.as('reviewer@example.org')];
});
afterAll(() => api.stop());

/** The quizzes of the first and the last seeded module. */
const [FIRST, LAST] = ['q8x3mt', 'v6k2tr'];
const read = async (id: string) => (await author.get(`/api/drafts/${id}`)).body;
const itemOf = (draft: any, id: string) => draft.document.body.items.find((one: any) => one.id === id);
const ids = (draft: any): string[] => draft.document.body.items.map(({ id }: any) => id);
const find = async (q: string) => (await author.get(`/api/items?q=${encodeURIComponent(q)}`)).body.items as any[];
const save = async (id: string, edits: object[]) => (await author.post(`/api/drafts/${id}/edits`, { version: 0, edits })).body.outcomes;

describe('a question that was written earlier', () => {
  it('is found by words of either language, in any spelling, with where it is used', async () => {
    // «beer garden» and «bars, brick kiln» are each in one question alone.
    expect((await find('BEER  garden')).map(({ draft, item }) => [draft, item.id])).toEqual([[FIRST, 'h1']]);
    expect((await find('ហាងស្រា​បៀរ')).map(({ item }) => item.id)).toEqual(['h1']);
    expect(await find('beer garden')).toMatchObject([{ aside: null, source: 'en', versions: 1, quizzes: 1, published: 1, content: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(await find('beer garden ឡឥដ្ឋ')).toEqual([]);
    // Two spellings of «police».
    expect((await find('ប៉ូលិស')).length).toBe((await find('ប៉ូលីស')).length);
  });

  it('is kept out of caches, because the address says what was looked for', async () => {
    expect((await author.get('/api/items?q=girl')).headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('a copy of a question', () => {
  it('knows its original, and is told when that has changed or gone', async () => {
    const [original] = await find('beer garden');
    const { id: _, ...own } = original.item;
    expect(await save(LAST, [{ op: 'add', path: ['items'], thing: { ...own, id: 'copy01', from: { draft: FIRST, item: 'h1', content: original.content } }, after: 'q1' }])).toEqual([{ result: 'done' }]);
    const origins = async () => (await author.get(`/api/drafts/${LAST}/origins`)).body.origins;
    expect(await origins()).toMatchObject([{ item: 'copy01', original: { draft: FIRST, content: original.content } }]);
    expect((await find('beer garden')).map(({ draft, quizzes }) => [draft, quizzes])).toEqual([[FIRST, 2], [LAST, 2]]);

    const { en } = original.item.question;
    await save(FIRST, [{ op: 'set', path: ['items', 'h1', 'question'], lang: 'en', was: en, value: `${en} Why?` }]);
    const [changed] = await origins();
    expect(changed.original.content).not.toBe(original.content);
    expect(changed).toMatchObject({ item: 'copy01', original: { draft: FIRST, item: { id: 'h1', question: { en: `${en} Why?` } } } });
    // Another place in the quiz, and another form, change nothing of what it asks.
    await save(FIRST, [{ op: 'set', path: ['items', 'h1', 'form'], was: null, value: 'a' }, { op: 'move', path: ['items'], id: 'h1', after: 'h2' }]);
    expect((await origins())[0].original.content).toBe(changed.original.content);
    await save(FIRST, [{ op: 'set', path: ['items', 'h1', 'form'], was: 'a', value: null }]);
    // Two wordings: before and after the edit.
    expect((await find('beer garden')).find(({ draft }) => draft === FIRST).versions).toBe(2);

    const now = itemOf(await read(FIRST), 'h1');
    await save(FIRST, [{ op: 'remove', path: ['items'], id: 'h1', was: now }]);
    expect((await origins())[0]).toEqual({ item: 'copy01', original: null });
    await save(FIRST, [{ op: 'add', path: ['items'], thing: now, after: null }]);
  });

  it('takes no origin that is none', async () => {
    const [{ item }] = await find('beer garden');
    for (const from of [{ draft: FIRST, item: 'h1', content: 'x' }, { draft: FIRST, item: 'h1' }, 'h1'])
      expect(await save(LAST, [{ op: 'add', path: ['items'], thing: { ...item, id: 'copy02', from }, after: null }])).toEqual([{ result: 'refused' }]);
  });
});

describe('a question that is put aside', () => {
  it('leaves its quiz, is found, and comes back as it was with what its translations were made from', async () => {
    const before = await read(LAST);
    const item = itemOf(before, 'q2');
    const put = await author.post(`/api/drafts/${LAST}/put-aside`, { was: item });
    expect([put.status, put.body.version]).toEqual([200, before.version + 1]);
    expect(ids(await read(LAST))).toEqual(ids(before).filter((id) => id !== 'q2'));
    const kept = (await find('Only the family')).find(({ aside }) => aside !== null);
    expect(kept).toMatchObject({ draft: LAST, item: { id: 'q2' }, quizzes: 0, published: 1 });

    expect((await author.post(`/api/drafts/${FIRST}/take-back`, { aside: kept.aside, after: null })).status).toBe(404);
    expect((await author.post(`/api/drafts/${LAST}/take-back`, { aside: kept.aside, after: 'q1' })).status).toBe(200);
    const after = await read(LAST);
    expect(itemOf(after, 'q2')).toEqual(item);
    expect(after.document.bases).toEqual(before.document.bases);
    expect((await find('Only the family')).filter(({ item: one }) => one.id === 'q2').map(({ aside }) => aside)).toEqual([null]);
    expect((await author.post(`/api/drafts/${LAST}/take-back`, { aside: kept.aside, after: 'q1' })).status).toBe(404);
  });

  it('stays where it is when somebody has changed it meanwhile, and for whoever only reviews', async () => {
    const item = itemOf(await read(LAST), 'q3');
    const other = { ...item, question: { ...item.question, en: 'Something older' } };
    expect((await author.post(`/api/drafts/${LAST}/put-aside`, { was: other })).body.code).toBe('item_moved_on');
    expect((await reviewer.post(`/api/drafts/${LAST}/put-aside`, { was: item })).status).toBe(403);
    expect(ids(await read(LAST))).toContain('q3');
  });

  it('gets a new id when an older version of the quiz brought the same one back', async () => {
    const before = await read(LAST);
    await author.post(`/api/drafts/${LAST}/put-aside`, { was: itemOf(before, 'q4') });
    const { versions } = (await author.get(`/api/drafts/${LAST}/versions`)).body;
    await author.post(`/api/drafts/${LAST}/restore`, { version: versions.at(-1).version });
    const kept = (await find('')).concat(await find('You will call in an hour')).find(({ aside }) => aside !== null);
    await author.post(`/api/drafts/${LAST}/take-back`, { aside: kept.aside, after: 'q4' });
    const now = await read(LAST);
    const again = now.document.body.items[ids(now).indexOf('q4') + 1];
    expect(again.id).toMatch(/^[a-z]{6}$/);
    expect(again.question).toEqual(itemOf(before, 'q4').question);
  });
});

describe('forms that are not parallel', () => {
  it('stand in the way of publishing, each at its place', async () => {
    await save(FIRST, [{ op: 'set', path: ['items', 'h2', 'form'], was: null, value: 'a' }]);
    const course = (await author.get('/api/drafts')).body.courses[0].id;
    const stops = async () =>
      (await author.get(`/api/courses/${course}/check`)).body.problems.filter(({ draft, weight }: any) => draft === FIRST && weight === 'stops').map(({ code, thing }: any) => [code, thing]);
    expect(await stops()).toEqual([['forms_uneven', ':self'], ['no_twin', 'h2']]);
    await save(FIRST, [{ op: 'set', path: ['items', 'h8', 'form'], was: null, value: 'b' }, { op: 'set', path: ['items', 'h8', 'twin'], was: null, value: 'h2' }]);
    expect((await stops()).map(([code]: string[]) => code)).not.toContain('forms_uneven');
    expect((await stops()).map(([code]: string[]) => code)).not.toContain('no_twin');
  });
});
