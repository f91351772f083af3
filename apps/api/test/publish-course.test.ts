import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, startTestApi, type TestApi } from './support/api.ts';
import { startAuthorDesk } from './support/author-desk.ts';
import { IN_A_YEAR } from './support/days.ts';
import { Phone, personOf, send } from './support/records.ts';

let api: TestApi;
let author: Browser;
let reviewer: Browser;
let course: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ api, author, reviewer, course, stop } = await startAuthorDesk());
});
afterAll(() => stop());

const LESSON = 'k7f2qd';
/** Tagged law and safety in the seed. */
const LAW = 'b7';
const read = async (id = LESSON) => (await author.get(`/api/drafts/${id}`)).body;
const blockOf = (draft: any, id: string) => draft.document.body.blocks.find((block: any) => block.id === id);
async function write(block: string, lang: string, change: (text: string) => string): Promise<void> {
  const draft = await read();
  const { text } = blockOf(draft, block);
  const { outcomes } = (await author.post(`/api/drafts/${LESSON}/edits`, { version: draft.version, edits: [{ op: 'set', path: ['blocks', block, 'text'], lang, was: text[lang], value: change(text[lang]) }] })).body;
  expect(outcomes).toEqual([{ result: 'done' }]);
}
const publish = (body: object, browser = author) => browser.post(`/api/courses/${course}/publish`, { kind: 'content', note: {}, release: false, ...body });
const check = async () => (await author.get(`/api/courses/${course}/check`)).body;
const stops = async () => (await check()).problems.filter(({ weight }: any) => weight === 'stops').map(({ code, draft, thing, values }: any) => [code, draft, thing, values.competence ?? values.lang]);
const manifestNow = async () => {
  const { courses } = (await api.visitor().get('/api/curriculum')).body;
  return (await api.visitor().get(`/api/snapshots/${courses[0].hash}`)).body;
};
const lessonNow = async () => (await manifestNow()).modules[0].lessons.find(({ id }: any) => id === LESSON);
const sign = async (things: string[], competence: string, extra = {}) =>
  reviewer.post(`/api/drafts/${LESSON}/sign-offs`, { version: (await read()).version, things, competence, reviewBy: IN_A_YEAR, ...extra });

describe('publishing', () => {
  it('finds nothing in the way of the seeded course as a pilot, and what is missing for a release', async () => {
    const { problems, changed, pilot } = await check();
    expect([changed, pilot, problems.filter(({ weight }: any) => weight === 'stops')]).toEqual([[], true, []]);
    const codes = new Set(problems.filter(({ weight }: any) => weight === 'pilot').map(({ code, values }: any) => `${code} ${values.competence ?? ''}`));
    expect([...codes].toSorted((a: any, b: any) => (a < b ? -1 : 1))).toEqual(['contact_unverified ', 'unsigned lang:km', 'unsigned law', 'unsigned safety', 'unsigned scripture']);
    expect((await publish({ release: true })).body.code).toBe('publish_stopped');
  });

  it('of changed words of law is refused until somebody answers for them, and says where', async () => {
    await write(LAW, 'en', (text) => `${text} Ask for help.`);
    expect(await stops()).toEqual([['unsigned', LESSON, LAW, 'law'], ['unsigned', LESSON, LAW, 'safety']]);
    expect([(await publish({})).status, (await publish({})).body.code]).toEqual([409, 'publish_stopped']);
    expect((await lessonNow()).leaves).toEqual(expect.any(Object));
    expect((await sign([LAW], 'law')).status).toBe(200);
    expect(await stops()).toEqual([['unsigned', LESSON, LAW, 'safety']]);
    await sign([LAW], 'safety');
    expect(await stops()).toEqual([]);
  });

  it('says of every fault which field mends it, in a lesson and in its questions', async () => {
    const quiz = (await author.get('/api/drafts')).body.courses[0].modules[0].quiz.id;
    const body = async () => (await read(quiz)).document.body;
    const edit = async (id: string, edits: object[]) => {
      const { outcomes } = (await author.post(`/api/drafts/${id}/edits`, { version: (await read(id)).version, edits })).body;
      expect(outcomes.map(({ result }: any) => result)).toEqual(edits.map(() => 'done'));
    };
    const before = await body();
    const item = before.items.findIndex(({ type }: any) => type === 'single');
    const { id, options, question } = before.items[item];
    const [one, other] = options;
    const set = (path: (string | null)[], was: string, value: string) => ({ op: 'set', path: ['items', id, ...path], lang: 'en', was, value });
    await edit(quiz, [set(['options', other.id, 'text'], other.text.en, one.text.en), set(['question'], question.en, `${question.en} Call 092 311 511.`)]);
    await edit(LESSON, [{ op: 'add', path: ['blocks'], thing: { id: 'pic1', type: 'image', alt: { en: 'A church by a road' } }, after: null }]);
    const found = (await check()).problems.filter(({ weight, code }: any) => weight !== 'pilot' && code !== 'unsigned');
    const place = { list: 'items', type: 'single', at: item + 1 };
    const told = found.map(({ weight, code, draft, thing, place: at, field, values }: any) => ({ weight, code, draft, thing, place: at, field, values }));
    expect(told).toEqual(
      expect.arrayContaining([
        { weight: 'advice', code: 'same_option', draft: quiz, thing: id, place, field: `options/${other.id}/text`, values: { lang: 'en' } },
        { weight: 'stops', code: 'number_written_out', draft: quiz, thing: id, place, field: 'question', values: { lang: 'en' } },
        { weight: 'stops', code: 'untranslated', draft: LESSON, thing: 'pic1', place: { list: 'blocks', type: 'image', at: 1 }, field: 'alt', values: { lang: 'km', n: '1', of: 'alt' } },
        { weight: 'stops', code: 'picture_missing', draft: LESSON, thing: 'pic1', place: { list: 'blocks', type: 'image', at: 1 }, field: 'media', values: {} },
        { weight: 'stops', code: 'consent_unsaid', draft: LESSON, thing: 'pic1', place: { list: 'blocks', type: 'image', at: 1 }, field: 'consent', values: {} },
      ]),
    );
    expect(told.filter(({ thing }: any) => thing === 'pic1')).toHaveLength(3);
    await edit(quiz, [set(['options', other.id, 'text'], one.text.en, other.text.en), set(['question'], `${question.en} Call 092 311 511.`, question.en)]);
    await edit(LESSON, [{ op: 'remove', path: ['blocks'], id: 'pic1', was: { id: 'pic1', type: 'image', alt: { en: 'A church by a road' } } }]);
    expect(await stops()).toEqual([]);
  });

  it('makes the pages and the snapshot, costs no other leaf, and marks the Khmer that is older', async () => {
    const before = await manifestNow();
    expect((await check()).changed).toMatchObject([{ id: LESSON, kind: 'lesson', isNew: false }]);
    const done = await publish({ kind: 'correction' });
    expect([done.status, done.body.changed]).toEqual([200, true]);
    const after = await manifestNow();
    const leaves = (manifest: any) => manifest.modules.flatMap(({ lessons, quiz }: any) => [...lessons, quiz].flatMap(({ leaves }: any) => [leaves.km.hash, leaves.en.hash]));
    const differ = leaves(after).filter((hash: string) => !leaves(before).includes(hash));
    const { km, en } = (await lessonNow()).leaves;
    expect(new Set(differ)).toEqual(new Set([km.hash, en.hash]));
    expect((await api.visitor().get(`/api/snapshots/${km.hash}`)).body.stale).toEqual([LAW]);
    expect((await api.visitor().get(`/api/snapshots/${en.hash}`)).body.stale).toBeUndefined();
    expect((await api.visitor().get(`/learn/${LESSON}?lang=en`)).text).toContain('Ask for help.');
    expect((await author.get('/api/drafts')).body.courses[0].changed).toBe(false);
  });

  it('stays what staff made of it when the program starts again', async () => {
    const before = (await api.visitor().get('/api/curriculum')).body.courses[0].hash;
    const next = await startTestApi({ connection: api.connection, demo: false });
    expect((await next.visitor().get('/api/curriculum')).body.courses[0].hash).toBe(before);
    await next.stop();
  });

  it('is refused while a language is missing', async () => {
    const draft = await read();
    const { text } = blockOf(draft, 'b6');
    const edit = (was: string | null, value: string | null) => author.post(`/api/drafts/${LESSON}/edits`, { version: 0, edits: [{ op: 'set', path: ['blocks', 'b6', 'text'], lang: 'km', was, value }] });
    await edit(text.km, null);
    expect(await stops()).toEqual([['untranslated', LESSON, 'b6', 'km']]);
    await edit(null, text.km);
    expect(await stops()).toEqual([]);
  });
});

describe('a signature', () => {
  it('is of the text that was read: of another one nobody has signed anything', async () => {
    expect((await sign(['b6'], 'lang:km')).body.signed).toContainEqual({ thing: 'b6', competence: 'lang:km', by: 'Demo Reviewer', on: expect.any(String), reviewBy: IN_A_YEAR, brought: false });
    await write('b6', 'km', (text) => `${text} ។`);
    expect((await read()).review.unsigned).toContainEqual({ thing: 'b6', competence: 'lang:km' });
    expect((await sign(['b6'], 'lang:km', { version: 1 })).body.code).toBe('draft_moved_on');
  });

  it('holds until its day', async () => {
    await sign(['b6'], 'lang:km');
    await api.db.query(`UPDATE sign_offs SET review_by = '2020-01-01' WHERE thing = 'b6'`);
    expect((await read()).review.unsigned).toContainEqual({ thing: 'b6', competence: 'lang:km' });
    expect((await sign(['b6'], 'lang:km', { reviewBy: '2020-01-01' })).body.code).toBe('bad_request');
  });

  it('can be withdrawn', async () => {
    await sign([LAW], 'law', { withdraw: true });
    expect((await read()).review.unsigned).toContainEqual({ thing: LAW, competence: 'law' });
  });

  it('is given by whoever holds the competence alone', async () => {
    await api.db.query(`DELETE FROM account_competences WHERE competence = 'scripture'`);
    expect((await sign(['b2'], 'scripture')).body.code).toBe('not_competent');
    const coordinator = await api.as('coordinator@example.org');
    const { rows } = await api.db.query<{ id: string; province: string | null }>(`SELECT p.id FROM people p WHERE name = 'Demo Reviewer'`);
    const path = `/api/people/${rows[0]?.id}/competences`;
    expect((await coordinator.post(path, { competences: ['scripture', 'law', 'safety', 'lang:km'] })).body).toEqual({ competences: ['lang:km', 'law', 'safety', 'scripture'] });
    expect((await sign(['b2'], 'scripture')).status).toBe(200);
    expect((await reviewer.post(path, { competences: ['law'] })).body.code).toBe('not_allowed');
  });
});

describe('a recall', () => {
  it('wants its lesson and a sentence in every language', async () => {
    expect((await publish({ kind: 'recall', recalled: [], note: { en: 'x', km: 'x' } })).body.code).toBe('recall_unsaid');
    expect((await publish({ kind: 'recall', recalled: [LESSON], note: { en: 'x' } })).body.code).toBe('recall_unsaid');
  });

  it('reaches readers with what changed, takes the old text away, and leaves their credit', async () => {
    const pastor = await api.as('DEMO-0003');
    const phone = new Phone(await personOf(pastor));
    const old = (await lessonNow()).leaves;
    await send(pastor, [phone.record('lesson.finished', { lesson: LESSON, snapshot: old.km.hash, lang: 'km', mode: 'read' })]);
    await write('b6', 'en', () => 'Every person bears God’s likeness. Justice is ours to do.');
    const note = { en: 'One sentence was wrong.', km: 'មានប្រយោគមួយខុស។' };
    expect((await publish({ kind: 'recall', recalled: [LESSON], note }, reviewer)).status).toBe(200);
    const now = await lessonNow();
    expect(now.recalls).toEqual([{ note, leaves: expect.arrayContaining([old.km.hash, old.en.hash]) }]);
    expect(now.recalls[0].leaves).not.toContain(now.leaves.en.hash);
    expect((await api.visitor().get(`/api/snapshots/${old.km.hash}`)).body.code).toBe('not_found');
    expect((await api.visitor().get(`/api/snapshots/${now.leaves.en.hash}`)).status).toBe(200);
    const { courses } = (await pastor.get(`/api/people/${phone.person}/progress`)).body;
    expect(JSON.stringify(courses)).toContain(LESSON);
    // A later publish forgets no recall.
    await write('b5', 'km', (text) => `${text} ។`);
    await publish({ kind: 'correction' });
    expect((await lessonNow()).recalls).toHaveLength(1);
  });
});

describe('a question whose translation is older than its source', () => {
  it('is named to readers of that language, and to them alone, until somebody says that it is still correct', async () => {
    const { id } = (await manifestNow()).modules[0].quiz;
    const { version, document } = await read(id);
    const [item] = document.body.items;
    const path = ['items', item.id, 'question'];
    const value = `${item.question.en} Think twice.`;
    const edit = async (edits: object[]) => expect((await author.post(`/api/drafts/${id}/edits`, { version, edits })).body.outcomes).toEqual([{ result: 'done' }]);
    const stale = async (lang: string) => {
      expect((await publish({ kind: 'correction' })).status).toBe(200);
      return (await api.visitor().get(`/api/snapshots/${(await manifestNow()).modules[0].quiz.leaves[lang].hash}`)).body.stale;
    };
    await edit([{ op: 'set', path, lang: 'en', was: item.question.en, value }]);
    expect([await stale('km'), await stale('en')]).toEqual([[item.id], undefined]);
    await edit([{ op: 'confirm', path, lang: 'km', from: { from: 'en', text: value } }]);
    expect(await stale('km')).toBeUndefined();
  });
});

describe('a recall of one language', () => {
  it('leaves the other one, which is right, to its readers, and waits for nobody’s unfinished work', async () => {
    const other = 'p3x9vr';
    const unfinished = { op: 'add', path: ['blocks'], thing: { id: 'nnn', type: 'story', text: {} }, after: null };
    const draft = await read(other);
    expect((await author.post(`/api/drafts/${other}/edits`, { version: draft.version, edits: [unfinished] })).body.outcomes).toEqual([{ result: 'done' }]);
    // A block that nobody has written in yet stands in the way of a publish, and in nobody's of working.
    expect((await author.get('/api/drafts')).status).toBe(200);
    expect(await stops()).toContainEqual(['untranslated', other, 'nnn', 'km']);
    expect((await publish({})).body.code).toBe('publish_stopped');
    const before = (await lessonNow()).leaves;
    await write('b6', 'km', (text) => text.replace(/។.*$/u, '។ យុត្តិធម៌ជាកិច្ចការរបស់យើងទាំងអស់គ្នា។'));
    expect((await publish({ kind: 'recall', recalled: [LESSON], note: { en: 'x', km: 'ខុស' } })).status).toBe(200);
    const after = (await lessonNow()).leaves;
    expect([after.en.hash === before.en.hash, after.km.hash === before.km.hash]).toEqual([true, false]);
    const statusOf = async (hash: string) => (await api.visitor().get(`/api/snapshots/${hash}`)).status;
    expect([await statusOf(after.en.hash), await statusOf(after.km.hash), await statusOf(before.km.hash)]).toEqual([200, 200, 404]);
    // What was not called back stayed as it was published.
    expect((await check()).changed.map(({ id }: any) => id)).toContain(other);
  });
});

describe('a tag that somebody took away', () => {
  it('does not let other words of safety pass without a signature', async () => {
    const draft = await read();
    const { tags, text } = blockOf(draft, LAW);
    await author.post(`/api/drafts/${LESSON}/edits`, { version: draft.version, edits: [{ op: 'set', path: ['blocks', LAW, 'tags'], was: tags, value: [] }] });
    // Not even by itself: in the publish after it nobody would be asked about the words, or about what a source says.
    expect(await stops()).toEqual(expect.arrayContaining([['untagged', LESSON, LAW, 'law'], ['untagged', LESSON, LAW, 'safety']]));
    await write(LAW, 'en', () => `${text.en} Follow them home.`);
    expect(await stops()).toEqual(expect.arrayContaining([['untagged', LESSON, LAW, 'law'], ['untagged', LESSON, LAW, 'safety']]));
  });
});

describe('comments', () => {
  it('are said once, settled and opened again', async () => {
    const id = crypto.randomUUID();
    for (const _ of [1, 2]) await reviewer.post(`/api/drafts/${LESSON}/comments`, { id, thing: 'b6', text: 'ពាក្យនេះពិបាកយល់។' });
    const comments = async () => (await read()).review.comments.map(({ thing, by, text, settled }: any) => [thing, by, text, settled]);
    expect(await comments()).toEqual([['b6', 'Demo Reviewer', 'ពាក្យនេះពិបាកយល់។', false]]);
    expect((await author.get('/api/drafts')).body.courses[0].comments).toBe(1);
    await author.post(`/api/drafts/${LESSON}/comments/settle`, { comment: id, settled: true });
    expect(await comments()).toEqual([['b6', 'Demo Reviewer', 'ពាក្យនេះពិបាកយល់។', true]]);
  });

  it('are news to whoever has the document open, as are signatures; to nobody else anything is', async () => {
    const asked = async () => (await author.post(`/api/drafts/${LESSON}/edits`, { version: 0, edits: [] })).body.said;
    const heard = [await asked()];
    const hear = async (happened: Promise<unknown>) => {
      await happened;
      heard.push(await asked());
    };
    const id = crypto.randomUUID();
    await hear(reviewer.post(`/api/drafts/${LESSON}/comments`, { id, thing: 'b6', text: 'តើពាក្យនេះត្រឹមត្រូវទេ?' }));
    await hear(author.post(`/api/drafts/${LESSON}/comments/settle`, { comment: id, settled: true }));
    await hear(sign(['b6'], 'lang:km'));
    await hear(sign(['b6'], 'lang:km', { withdraw: true }));
    expect(new Set(heard).size).toBe(5);
    expect((await read()).review.said).toBe(heard.at(-1));
    await write('b6', 'km', (text) => `${text} ។`);
    expect((await reviewer.post('/api/drafts/p3x9vr/comments', { id: crypto.randomUUID(), thing: 'b1', text: 'ល្អ។' })).status).toBe(200);
    expect(await asked()).toBe(heard.at(-1));
  });
});
