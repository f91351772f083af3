import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import type { Browser, TestApi } from './support/api.ts';
import { startAuthorDesk } from './support/author-desk.ts';
import { shorter } from './support/ogg.ts';
import type { Sender } from './support/uploads.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const TONE = readFileSync(join(import.meta.dirname, 'fixtures', 'audio', 'tone-20s.opus'));
/** The lesson that is called back, and one that is at work meanwhile. */
const WRONG = 'k7f2qd';
const OTHER = 'p3x9vr';

let api: TestApi;
let author: Browser;
let sender: Sender;
let course: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ api, author, sender, course, stop } = await startAuthorDesk());
});
afterAll(() => stop());

/** Reads the title of a lesson aloud, for so many packets: each number another file. @returns the file's hash. */
async function record(lesson: string, packets: number): Promise<string> {
  const { parts } = (await author.get(`/api/drafts/${lesson}/narration?lang=km`)).body;
  const { text } = parts.find(({ key }: any) => key === ':title');
  const answer = await author.post(`/api/drafts/${lesson}/clips`, { lang: 'km', key: ':title', upload: await sender.whole(shorter(TONE, packets), 'narration'), source: sha256(text) });
  expect(answer.status).toBe(201);
  return answer.body.clip.media;
}

async function edit(lesson: string, edits: object[]): Promise<void> {
  expect((await author.post(`/api/drafts/${lesson}/edits`, { version: 0, edits })).body.outcomes).toEqual(edits.map(() => ({ result: 'done' })));
}

async function retitle(lesson: string, value: string): Promise<void> {
  const { title } = (await author.get(`/api/drafts/${lesson}`)).body.document.body;
  await edit(lesson, [{ op: 'set', path: ['title'], lang: 'km', was: title.km, value }]);
}

async function publish(body: object): Promise<any> {
  const done = await author.post(`/api/courses/${course}/publish`, { kind: 'content', note: {}, release: false, ...body });
  expect([done.status, done.body.code]).toEqual([200, undefined]);
  return (await author.get(`/api/snapshots/${done.body.hash}`)).body;
}
const recall = (lesson: string) => publish({ kind: 'recall', recalled: [lesson], note: { en: 'It was wrong.', km: 'មេរៀននេះខុស។' } });
const lessonOf = (manifest: any, id: string) => manifest.modules.flatMap(({ lessons }: any) => lessons).find((lesson: any) => lesson.id === id);

async function picture(red: number): Promise<{ hash: string; sources: { hash: string }[] }> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 9, b: 9 } } }).png().toBuffer();
  return (await author.post('/api/media', { upload: await sender.whole(bytes, 'image'), use: 'image' })).body;
}
const shown = (id: string, media: object) => ({ id, type: 'image', media, alt: { en: 'A road', km: 'ផ្លូវមួយ' }, consent: 'nobody' });
const show = (lesson: string, id: string, media: object) => edit(lesson, [{ op: 'add', path: ['blocks'], thing: shown(id, media), after: null }]);
const hide = (lesson: string, id: string, media: object) => edit(lesson, [{ op: 'remove', path: ['blocks'], id, was: shown(id, media) }]);

describe('a recall of one lesson', () => {
  it('changes nothing else: no text, recording or source of another one that is at work', async () => {
    await record(OTHER, 20);
    await record(WRONG, 21);
    const before = await publish({});
    expect(lessonOf(before, OTHER).narration.km.missing).not.toContain(':title');

    await retitle(OTHER, 'ចំណងជើងដែលមិនទាន់មានអ្នកពិនិត្យ');
    const unheard = await record(OTHER, 22);
    await api.db.query(`UPDATE sources SET data = jsonb_set(data, '{title,km}', '"ឈ្មោះថ្មី"')`);
    await retitle(WRONG, 'ចំណងជើងដែលបានកែ');
    const now = await recall(WRONG);

    const others = (manifest: any) => ({ ...manifest, modules: manifest.modules.map((module: any) => ({ ...module, lessons: module.lessons.filter(({ id }: any) => id !== WRONG) })) });
    expect(others(now)).toEqual(others(before));
    expect(lessonOf(now, WRONG).title.km).toBe('ចំណងជើងដែលបានកែ');
    expect((await api.visitor().get(`/api/media/${unheard}`)).status).toBe(404);

    const { courses } = (await api.visitor().get('/api/curriculum')).body;
    const answer = await fetch(`${api.url}/api/drafts/${course}/package?of=published`, { headers: { cookie: author.cookie } });
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(JSON.parse(strFromU8(files['course.json'] as Uint8Array)).hash).toBe(courses[0].hash);
    expect(Object.keys(files)).not.toContain(`media/${unheard}`);
  }, 60_000);
});

describe('files that a lesson was called back for', () => {
  it('are its readers’ no more, picture, smaller pictures and voice; editors keep them, and what others name stays', async () => {
    const [wrong, shared] = [await picture(60), await picture(110)];
    expect(wrong.sources.length).toBeGreaterThan(0);
    await show(WRONG, 'pic1', wrong);
    await show(WRONG, 'pic2', shared);
    await show(OTHER, 'pic3', shared);
    // Read as the title stands, which is then found to be wrong: nobody need take the recording away.
    const voice = await record(WRONG, 30);
    await publish({});
    const reviewer = await api.as('reviewer@example.org');
    const statuses = async (hash: string) => [(await api.visitor().get(`/api/media/${hash}`)).status, (await reviewer.get(`/api/media/${hash}`)).status];
    const all = [wrong.hash, ...wrong.sources.map(({ hash }) => hash), voice];
    for (const hash of [...all, shared.hash]) expect([hash, ...(await statuses(hash))]).toEqual([hash, 200, 200]);

    await hide(WRONG, 'pic1', wrong);
    await hide(WRONG, 'pic2', shared);
    await retitle(WRONG, 'ចំណងជើងដែលត្រឹមត្រូវ');
    const { narration } = lessonOf(await recall(WRONG), WRONG);
    expect(narration?.km.missing ?? [':title']).toContain(':title');
    for (const hash of all) expect([hash, ...(await statuses(hash))]).toEqual([hash, 404, 200]);
    for (const { hash } of [shared, ...shared.sources]) expect([hash, ...(await statuses(hash))]).toEqual([hash, 200, 200]);

    // Whoever finds that the picture was right publishes it again.
    await show(WRONG, 'pic4', wrong);
    await publish({});
    expect(await statuses(wrong.hash)).toEqual([200, 200]);
  }, 60_000);
});
