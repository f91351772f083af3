import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { canonical } from '@seek-justice/domain/kernel/canonical.ts';
import { type Browser, startTestApi, type TestApi } from './support/api.ts';
import { IN_A_YEAR } from './support/days.ts';
import { type TestNarration, testNarration } from './support/narration.ts';
import { writtenBy } from './support/ogg.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const LESSON = 'k7f2qd';
const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
let sender: TestApi;
let receiver: TestApi;
let author: Browser;
let course: string;
let narration: TestNarration;
const mediaDirs = ['sender', 'receiver'].map((name) => mkdtempSync(join(tmpdir(), `media-${name}-`)));
beforeAll(async () => {
  narration = await testNarration({ only: ({ of }) => of === LESSON });
  [sender, receiver] = await Promise.all([startTestApi({ mediaDir: mediaDirs[0]!, narration: narration.folder }), startTestApi({ mediaDir: mediaDirs[1]! })]);
  author = await sender.as('author@example.org');
  course = (await author.get('/api/drafts')).body.courses[0].id;
  // Two of them start.
}, 60_000);
afterAll(async () => {
  await Promise.all([sender.stop(), receiver.stop()]);
  for (const folder of [...mediaDirs, narration.folder]) rmSync(folder, { recursive: true });
});

/** Bytes of a package, as the browser that asks would keep them. */
async function takeOut(browser: Browser, url: string, query = '', id = course): Promise<Bytes> {
  const answer = await fetch(`${url}/api/drafts/${id}/package${query}`, { headers: { cookie: browser.cookie } });
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([200, 'application/zip', `attachment; filename="course-${id}.zip"`]);
  return new Uint8Array(await answer.arrayBuffer());
}
const bringIn = (api: TestApi, browser: Browser, bytes: Bytes, query = '') => browser.send('POST', `/api/packages${query}`, bytes, { 'content-type': 'application/zip', origin: api.url });
const read = async (browser: Browser, id = LESSON) => (await browser.get(`/api/drafts/${id}`)).body;
async function write(browser: Browser, block: string, lang: string, more: string): Promise<void> {
  const { version, document } = await read(browser);
  const { text } = document.body.blocks.find(({ id }: any) => id === block);
  const { outcomes } = (await browser.post(`/api/drafts/${LESSON}/edits`, { version, edits: [{ op: 'set', path: ['blocks', block, 'text'], lang, was: text[lang], value: `${text[lang]} ${more}` }] })).body;
  expect(outcomes).toEqual([{ result: 'done' }]);
}
const publish = (browser: Browser, body: object = {}) => browser.post(`/api/courses/${course}/publish`, { kind: 'content', note: {}, recalled: [], release: false, ...body });
async function sign(api: TestApi, things: string[], competence: string): Promise<void> {
  const reviewer = await api.as('reviewer@example.org');
  expect((await reviewer.post(`/api/drafts/${LESSON}/sign-offs`, { version: (await read(reviewer)).version, things, competence, reviewBy: IN_A_YEAR })).status).toBe(200);
}
/** A package with one of its files changed, and lists that are true of it. */
function repacked(bytes: Bytes, path: string, change: (value: any) => void): Bytes {
  const files = unzipSync(bytes);
  const value = JSON.parse(strFromU8(files[path]!));
  change(value);
  files[path] = strToU8(canonical(value));
  const { hash: _, ...listed } = JSON.parse(strFromU8(files['manifest.json']!));
  listed.files[path] = sha256(files[path]!);
  files['manifest.json'] = strToU8(canonical({ ...listed, hash: sha256(canonical(listed)) }));
  return zipSync(files);
}

describe('a course package', () => {
  let bytes: Bytes;
  let published: string;

  it('is taken out as readers have it, after edits, signatures and a recall', async () => {
    // Tagged law and safety: new words of it are published with both signatures alone.
    await write(author, 'b7', 'en', 'Ask for help at once.');
    await sign(sender, ['b7'], 'law');
    await sign(sender, ['b7'], 'safety');
    await sign(sender, ['b1'], 'lang:km');
    expect((await publish(author)).status).toBe(200);
    await write(author, 'b2', 'en', 'Read this again, slowly.');
    const recall = await publish(author, { kind: 'recall', recalled: [LESSON], note: { en: 'A sentence was wrong.', km: 'ឃ្លាមួយខុស។' } });
    expect(recall.status).toBe(200);
    published = recall.body.hash;
    // What is at work now is nobody else's yet.
    await write(author, 'b3', 'en', 'Half a thought');
    bytes = await takeOut(author, sender.url, '?of=published');
    const files = unzipSync(bytes);
    expect(JSON.parse(strFromU8(files['course.json']!))).toMatchObject({ id: course, hash: published, recalls: { [LESSON]: [{ note: { en: 'A sentence was wrong.' } }] } });
    expect(strFromU8(files[`drafts/lesson-${LESSON}.json`]!)).not.toContain('Half a thought');
    expect(strFromU8(unzipSync(await takeOut(author, sender.url))[`drafts/lesson-${LESSON}.json`]!)).toContain('Half a thought');
    expect(Object.values(files).map((file) => strFromU8(file)).join()).not.toMatch(/@example\.org|reviewer/);
  });

  it('is looked at first: nothing is written, and it is told what is not here', async () => {
    const coordinator = await receiver.as('coordinator@example.org');
    const before = await read(coordinator);
    const { body } = await bringIn(receiver, coordinator, bytes);
    expect(body).toMatchObject({ fault: null, course: { id: course }, done: null, contacts: [], sources: { added: [], differ: [] }, signatures: { brought: 3, count: true }, recalls: 1 });
    expect([body.recordings.brought, body.media]).toEqual([narration.heard.size, { files: narration.heard.size, refused: [] }]);
    const states = Object.groupBy(body.documents as any[], ({ state }) => state);
    expect([states.new, states.differs, states.program?.map(({ id }: any) => id)]).toEqual([undefined, undefined, [LESSON]]);
    expect(await read(coordinator)).toEqual(before);
    const named = repacked(bytes, `drafts/lesson-${LESSON}.json`, ({ body }) => {
      body.blocks[0].text = { en: 'Call {contact:nobody-here}.', km: 'ហៅ {contact:nobody-here}។' };
    });
    expect((await bringIn(receiver, coordinator, named)).body.contacts).toEqual(['nobody-here']);
  });

  it('gives the same snapshot in another office', async () => {
    const coordinator = await receiver.as('coordinator@example.org');
    const { plan } = (await bringIn(receiver, coordinator, bytes)).body;
    expect((await bringIn(receiver, coordinator, bytes, '?do=add')).body.code).toBe('plan_changed');
    const { done } = (await bringIn(receiver, coordinator, bytes, `?do=add&plan=${plan}`)).body;
    expect(done).toEqual({ written: 1, left: 0, hash: published, expected: published, equal: true });
    const draft = await read(coordinator);
    expect(draft.review.signed).toContainEqual(expect.objectContaining({ thing: 'b7', competence: 'law', brought: true }));
    const there = await receiver.as('author@example.org');
    const answer = await publish(there);
    expect([answer.status, answer.body.hash]).toEqual([200, published]);
    const { courses } = (await receiver.visitor().get('/api/curriculum')).body;
    expect(courses.find(({ id }: any) => id === course).hash).toBe(published);
    // What was read aloud there is heard here.
    const [clip] = [...narration.heard].find(([, { key }]) => key === 'b2')!;
    expect((await fetch(`${receiver.url}/api/media/${clip}`)).status).toBe(200);
    // Brought once more it has nothing to do, and no signature stands twice.
    const again = (await bringIn(receiver, coordinator, bytes)).body;
    expect(new Set(again.documents.map(({ state }: any) => state))).toEqual(new Set(['same']));
    await bringIn(receiver, coordinator, bytes, `?do=replace&plan=${again.plan}`);
    const { rows } = await receiver.db.query('SELECT count(*)::int AS n FROM sign_offs UNION ALL SELECT count(*)::int FROM publications');
    expect(rows.map(({ n }) => n)).toEqual([3, 2]);
  });

  it('is looked at by whoever reads here, and brought in by authors and the country alone: no province signs for the others', async () => {
    await receiver.db.query(`UPDATE accounts SET scope = ARRAY['kep'] WHERE id IN (SELECT account_id FROM account_roles WHERE role = 'coordinator')`);
    const local = await receiver.as('coordinator@example.org');
    const { plan, signatures } = (await bringIn(receiver, local, bytes)).body;
    expect(signatures.count).toBe(false);
    for (const what of ['add', 'replace']) expect((await bringIn(receiver, local, bytes, `?do=${what}&plan=${plan}`)).body.code).toBe('not_allowed');
    await receiver.db.query(`UPDATE accounts SET scope = NULL WHERE id IN (SELECT account_id FROM account_roles WHERE role = 'coordinator')`);
  });

  it('writes over nothing that was written here, unless that was asked for', async () => {
    const there = await receiver.as('author@example.org');
    await write(there, 'b1', 'en', 'Written in the second office.');
    const look = (await bringIn(receiver, there, bytes)).body;
    expect(look.documents.filter(({ state }: any) => state === 'differs').map(({ id }: any) => id)).toEqual([LESSON]);
    const left = (await bringIn(receiver, there, bytes, `?do=add&plan=${look.plan}`)).body.done;
    expect([left.written, left.left, left.equal, JSON.stringify(await read(there))]).toEqual([0, 1, false, expect.stringContaining('Written in the second office.')]);
    // Somebody goes on writing between the look and the deed.
    await write(there, 'b1', 'en', 'Written once more in the second office.');
    expect((await bringIn(receiver, there, bytes, `?do=replace&plan=${look.plan}`)).body.code).toBe('plan_changed');
    const { plan } = (await bringIn(receiver, there, bytes)).body;
    expect((await bringIn(receiver, there, bytes, `?do=replace&plan=${plan}`)).body.done).toMatchObject({ written: 1, left: 0, equal: true });
    expect((await there.get(`/api/drafts/${LESSON}/versions`)).body.versions[0].why).toBe('imported');
  });

  it('brings no signature where an author brings it', async () => {
    const there = await receiver.as('author@example.org');
    await receiver.db.query('UPDATE sign_offs SET withdrawn_at = now()');
    const look = (await bringIn(receiver, there, bytes)).body;
    expect(look.signatures).toEqual({ brought: 3, count: false });
    await bringIn(receiver, there, bytes, `?do=replace&plan=${look.plan}`);
    expect((await read(there)).review.signed).toEqual([]);
  });

  it('of a course that nobody here has is added whole', async () => {
    for (const [id, kind, parent] of [['newcrs', 'course', null], ['newmod', 'module', 'newcrs'], ['newles', 'lesson', 'newmod'], ['newqiz', 'quiz', 'newmod']])
      expect((await author.post('/api/drafts', { id, kind, parent, after: null, source: 'km' })).status).toBe(201);
    const edits = [
      { op: 'set', path: ['title'], lang: 'km', was: null, value: 'ការស្តាប់' },
      { op: 'add', path: ['blocks'], thing: { id: 'b1', type: 'text', text: { km: 'ហៅ {contact:hotline-police}។' }, sources: [] }, after: null },
      { op: 'set', path: ['blocks', 'b1', 'text'], lang: 'en', was: null, value: 'Call {contact:hotline-police}.', from: { from: 'km', text: 'ហៅ {contact:hotline-police}។' } },
    ];
    expect((await author.post('/api/drafts/newles/edits', { version: 1, edits })).body.outcomes.map(({ result }: any) => result)).toEqual(['done', 'done', 'done']);
    const there = await receiver.as('author@example.org');
    const file = await takeOut(author, sender.url, '', 'newcrs');
    const look = (await bringIn(receiver, there, file)).body;
    expect(look.documents.map(({ id, state }: any) => [id, state])).toEqual(['newcrs', 'newmod', 'newles', 'newqiz'].map((id) => [id, 'new']));
    expect((await bringIn(receiver, there, file, `?do=add&plan=${look.plan}`)).body.done).toMatchObject({ written: 4, left: 0, equal: true });
    expect((await read(there, 'newles')).document).toEqual((await read(author, 'newles')).document);
    expect((await there.get('/api/drafts')).body.courses.at(-1)).toMatchObject({ id: 'newcrs', published: false, modules: [{ id: 'newmod', lessons: [{ id: 'newles' }] }] });
    expect((await there.get('/api/drafts/newcrs/package?of=published')).status).toBe(404);
  });

  it('holds the sources that its readers have, and its signatures count nowhere under another source', async () => {
    const title = { en: 'A page that nobody has signed for', km: 'ទំព័រដែលមិនទាន់មានអ្នកបញ្ជាក់' };
    const retitle = async (browser: Browser): Promise<void> => {
      const { version, source } = (await browser.get('/api/sources')).body.sources.find(({ id }: any) => id === 'tip-report');
      expect((await browser.post('/api/sources/tip-report', { version, source: { ...source, title } })).status).toBe(200);
    };
    const inside = (file: Bytes, path: string): any => JSON.parse(strFromU8(unzipSync(file)[path]!));
    const titleIn = (file: Bytes): string => inside(file, 'sources.json').find(({ id }: any) => id === 'tip-report').title.en;
    const lawIn = (file: Bytes): boolean => (inside(file, 'course.json').signOffs[LESSON] ?? []).some(({ competence }: any) => competence === 'law');
    await retitle(author);
    const [now, out] = [await takeOut(author, sender.url), await takeOut(author, sender.url, '?of=published')];
    expect([titleIn(now), lawIn(now)]).toEqual([title.en, false]);
    expect([titleIn(out), lawIn(out)]).toEqual(['US Trafficking in Persons Report, 2020 and 2023', true]);
    await retitle(await receiver.as('author@example.org'));
    const coordinator = await receiver.as('coordinator@example.org');
    const { plan, sources } = (await bringIn(receiver, coordinator, out)).body;
    expect(sources).toEqual({ added: [], differ: ['tip-report'] });
    expect((await bringIn(receiver, coordinator, out, `?do=replace&plan=${plan}`)).status).toBe(200);
    const { review } = await read(coordinator);
    expect(review.unsigned).toContainEqual({ thing: 'b7', competence: 'law' });
    expect(review.sourcesChanged).toMatchObject([{ thing: 'b7', source: 'tip-report', before: { title: { en: titleIn(out) } }, now: { title } }]);
  });

  it('with a recording that names its reader is brought in without it, and says where it is missing', async () => {
    const there = await receiver.as('author@example.org');
    const files = unzipSync(bytes);
    const [clean] = [...narration.heard].find(([, { key }]) => key === 'b2')!;
    const named = new Uint8Array(writtenBy(Buffer.from(files[`media/${clean}`]!), 'test', 'Sok reads'));
    const hash = sha256(named);
    files[`media/${hash}`] = named;
    delete files[`media/${clean}`];
    const { hash: _, ...listed } = JSON.parse(strFromU8(files['manifest.json']!));
    delete listed.files[`media/${clean}`];
    listed.files[`media/${hash}`] = hash;
    files['manifest.json'] = strToU8(canonical({ ...listed, hash: sha256(canonical(listed)) }));
    const file = repacked(zipSync(files), 'clips.json', (clips) => {
      for (const { parts } of clips) for (const clip of Object.values<any>(parts)) if (clip.media === clean) Object.assign(clip, { media: hash, bytes: named.length });
    });
    const { fault, media, refusedIn } = (await bringIn(receiver, there, file)).body;
    expect([fault, media.refused, refusedIn]).toEqual([null, [hash], [LESSON]]);
  });

  it('that is no course of this site is refused with its file, and changes nothing', async () => {
    const there = await receiver.as('author@example.org');
    const before = await read(there);
    const path = `drafts/lesson-${LESSON}.json`;
    const refused = async (file: Bytes, query = '') => (await bringIn(receiver, there, file, query)).body.fault;
    expect(await refused(repacked(bytes, path, ({ body }) => void (body.blocks[0].type = 'unheard-of')))).toMatchObject({ code: 'document', file: path, words: { km: expect.any(String) } });
    expect(await refused(repacked(bytes, path, ({ body }) => void (body.title.fr = 'Titre')))).toMatchObject({ code: 'document', file: path });
    expect(await refused(repacked(bytes, 'course.json', (value) => void (value.id = LESSON)))).toMatchObject({ code: 'document', file: 'course.json' });
    const flipped = bytes.slice();
    flipped[Math.floor(bytes.length / 2)]! ^= 1;
    expect(await refused(flipped, '?do=replace')).toMatchObject({ words: { en: expect.any(String) } });
    expect(await read(there)).toEqual(before);
  });
});
