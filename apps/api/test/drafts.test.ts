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

const LESSON = 'k7f2qd';
const read = async (id = LESSON, browser = author) => (await browser.get(`/api/drafts/${id}`)).body;
const textOf = (draft: any, block: string) => draft.document.body.blocks.find(({ id }: { id: string }) => id === block).text;
const set = (path: string, lang: string, was: string | null, value: string | null, from?: string) => ({ op: 'set', path: path.split('/'), lang, was, value, ...(from ? { from: { from: 'en', text: from } } : {}) });
const save = async (version: number, edits: object[], id = LESSON, browser = author) => (await browser.post(`/api/drafts/${id}/edits`, { version, edits })).body;

describe('the curriculum as authors find it', () => {
  it('is the seeded one, document by document, with nothing changed', async () => {
    const { courses } = (await author.get('/api/drafts')).body;
    expect(courses.map(({ changed, published, modules }: any) => [changed, published, modules.map(({ id, lessons, quiz }: any) => [id, lessons.length, quiz.id])])).toEqual([
      [false, true, [['m4w8tn', 3, expect.any(String)], ['m9d5xs', 3, expect.any(String)], ['m2y6hf', 3, expect.any(String)]]],
    ]);
    const { states } = courses[0].modules[0].lessons[0];
    // Nobody has confirmed the Khmer, and nobody has read anything aloud.
    expect(states.km).toMatchObject({ missing: 0, stale: 0, reviewed: 0 });
    expect(states.km.unheard).toBe(states.km.parts);
    expect(states.en.things).toBe(0);
    // Questions have no words of their own beside their items: nobody is asked to confirm any.
    expect(courses[0].modules[0].quiz.states.km).toMatchObject({ things: 9, reviewed: 0 });
  });

  it('comes back as it was after a start with the same program', async () => {
    const before = (await api.db.query('SELECT id, version FROM drafts ORDER BY id')).rows;
    const next = await startTestApi({ connection: api.connection, demo: false });
    await next.stop();
    expect((await api.db.query('SELECT id, version FROM drafts ORDER BY id')).rows).toEqual(before);
  });
});

describe('two authors', () => {
  it('who write in different places both keep what they wrote; who comes second is told', async () => {
    const draft = await read();
    const { en, km } = textOf(draft, 'b6');
    const first = await save(draft.version, [set('blocks/b6/text', 'en', en, `${en} Always.`)]);
    expect(first).toMatchObject({ version: draft.version + 1, outcomes: [{ result: 'done' }], document: null });
    const second = await save(draft.version, [set('blocks/b6/text', 'km', km, `${km} ជានិច្ច។`, en), set('title', 'en', draft.document.body.title.en, 'Learn to do right, together')]);
    expect(second.outcomes).toEqual([{ result: 'done' }, { result: 'done' }]);
    const now = await read();
    expect(textOf(now, 'b6')).toEqual({ en: `${en} Always.`, km: `${km} ជានិច្ច។` });
    expect(second.document.body).toEqual(now.document.body);
  });

  it('who write in the same field are both shown', async () => {
    const draft = await read();
    const { en } = textOf(draft, 'b6');
    await save(draft.version, [set('blocks/b6/text', 'en', en, 'One.')]);
    const answer = await save(draft.version, [set('blocks/b6/text', 'en', en, 'Two.')]);
    expect(answer.outcomes).toEqual([{ result: 'conflict', current: 'One.' }]);
    expect(textOf(await read(), 'b6').en).toBe('One.');
  });

  it('lose nothing when many saves go by at once', async () => {
    const draft = await read();
    const blocks = draft.document.body.blocks.filter((block: any) => block.text?.en).slice(0, 6);
    const answers = await Promise.all(
      blocks.flatMap(({ id, text }: any) => [
        save(draft.version, [set(`blocks/${id}/text`, 'en', text.en, `${text.en} (${id})`)]),
        save(draft.version, [set(`blocks/${id}/text`, 'km', text.km, `${text.km} (${id})`)]),
      ]),
    );
    expect(answers.flatMap(({ outcomes }: any) => outcomes.map(({ result }: any) => result))).toEqual(blocks.flatMap(() => ['done', 'done']));
    const after = await read();
    for (const { id, text } of blocks) expect(textOf(after, id)).toEqual({ en: `${text.en} (${id})`, km: `${text.km} (${id})` });
  });

  it('see each other while they are at work', async () => {
    const second = await api.as('author@example.org');
    await api.db.query(`INSERT INTO account_roles (account_id, role) SELECT account_id, 'author' FROM account_roles WHERE role = 'evaluator'`);
    const other = await api.as('evaluator@example.org');
    await save(0, []);
    expect((await save(0, [], LESSON, other)).others).toEqual(['Demo Author']);
    expect((await save(0, [], LESSON, second)).others).toEqual(['Demo Evaluator']);
  });
});

describe('a changed sentence', () => {
  it('makes that Khmer stale and no other, until somebody says that it is still correct', async () => {
    const id = (await author.get('/api/drafts')).body.courses[0].modules[1].lessons[0].id;
    const draft = await read(id);
    const block = draft.document.body.blocks.find((one: any) => one.text?.en);
    await save(draft.version, [set(`blocks/${block.id}/text`, 'en', block.text.en, `${block.text.en} Wait.`)], id);
    const stale = async () => (await author.get('/api/drafts')).body.courses[0].modules[1].lessons[0].states.km.stale;
    expect(await stale()).toBe(1);
    expect((await read(id)).document.bases[`blocks/${block.id}/text`].km).toEqual({ from: 'en', text: block.text.en });
    await save(draft.version, [{ op: 'confirm', path: ['blocks', block.id, 'text'], lang: 'km', from: { from: 'en', text: `${block.text.en} Wait.` } }], id);
    expect(await stale()).toBe(0);
  });
});

describe('history', () => {
  it('keeps a sitting as one version, shows an older one and brings it back', async () => {
    const id = (await author.get('/api/drafts')).body.courses[0].modules[2].lessons[0].id;
    const first = await read(id);
    const title = first.document.body.title.en;
    await save(first.version, [set('title', 'en', title, 'A')], id);
    await save(first.version, [set('title', 'en', 'A', 'B')], id);
    const { versions } = (await author.get(`/api/drafts/${id}/versions`)).body;
    expect(versions.map(({ version, by, why }: any) => [version, by, why])).toEqual([[3, 'Demo Author', 'edit'], [1, null, 'seed']]);
    expect((await author.get(`/api/drafts/${id}/versions/1`)).body.body.title.en).toBe(title);
    const restored = await author.post(`/api/drafts/${id}/restore`, { version: 1 });
    expect([restored.body.version, restored.body.document.body.title.en]).toEqual([4, title]);
    expect((await author.get(`/api/drafts/${id}/versions`)).body.versions.map(({ why }: any) => why)).toEqual(['restored', 'edit', 'seed']);
  });

  it('of many years is told fifty at a time, each once', async () => {
    const id = (await author.get('/api/drafts')).body.courses[0].modules[2].lessons[1].id;
    for (let turn = 1; turn <= 60; turn += 1) expect((await author.post(`/api/drafts/${id}/restore`, { version: 1 })).status).toBe(200);
    const first = (await author.get(`/api/drafts/${id}/versions`)).body;
    expect([first.versions.length, first.more, first.versions[0].version]).toEqual([50, true, 61]);
    const rest = (await author.get(`/api/drafts/${id}/versions?before=${first.versions.at(-1).version}`)).body;
    expect([rest.versions.map(({ version }: any) => version), rest.more]).toEqual([[11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], false]);
    expect((await author.get(`/api/drafts/${id}/versions?before=0`)).body.code).toBe('bad_request');
  });
});

describe('a new lesson', () => {
  it('is begun once however often it is asked for, below its module', async () => {
    const module = 'm2y6hf';
    const wanted = { id: 'zz12ab', kind: 'lesson', parent: module, after: null, source: 'km' };
    for (const _ of [1, 2]) expect((await author.post('/api/drafts', wanted)).status).toBe(201);
    expect((await read(module)).document.body.lessons.map(({ id }: any) => id)).toEqual(['zz12ab', expect.any(String), expect.any(String), expect.any(String)]);
    expect((await author.post('/api/drafts', { ...wanted, kind: 'quiz' })).body.code).toBe('draft_taken');
    // A lesson that stands elsewhere is not put here as well.
    expect((await author.post('/api/drafts', { ...wanted, id: 'k7f2qd' })).body.code).toBe('draft_taken');
    expect((await read(module)).document.body.lessons).toHaveLength(4);
    expect((await author.post('/api/drafts', { ...wanted, parent: 'k7f2qd' })).body.code).toBe('not_found');
  });
});

describe('whoever is no author', () => {
  it('reads as reviewer and changes nothing', async () => {
    const draft = await read(LESSON, reviewer);
    expect(draft.version).toBeGreaterThan(0);
    expect((await reviewer.post(`/api/drafts/${LESSON}/edits`, { version: 0, edits: [set('title', 'en', 'x', 'y')] })).body.code).toBe('not_allowed');
  });
});
