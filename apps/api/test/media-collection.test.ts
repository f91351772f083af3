import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { type Browser, startTestApi, type TestApi } from './support/api.ts';
import { startAuthorDesk } from './support/author-desk.ts';
import { eventually } from './support/eventually.ts';
import { shorter } from './support/ogg.ts';
import type { Sender } from './support/uploads.ts';

const TONE = readFileSync(join(import.meta.dirname, 'fixtures', 'audio', 'tone-2s.webm'));
const OPUS = readFileSync(join(import.meta.dirname, 'fixtures', 'audio', 'tone-20s.opus'));
const LESSON = 'k7f2qd';

let api: TestApi;
let author: Browser;
let sender: Sender;
let mediaDir: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ api, author, sender, mediaDir, stop } = await startAuthorDesk());
});
afterAll(() => stop());

async function picture(red: number): Promise<{ hash: string; sources: { hash: string }[] }> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 9, b: 9 } } }).png().toBuffer();
  return (await author.post('/api/media', { upload: await sender.whole(bytes, 'image'), use: 'image' })).body;
}

async function edit(edits: object[]): Promise<void> {
  expect((await author.post(`/api/drafts/${LESSON}/edits`, { version: 0, edits })).body.outcomes).toEqual(edits.map(() => ({ result: 'done' })));
}

const add = (id: string, media: object) => ({ op: 'add', path: ['blocks'], thing: { id, type: 'image', media, alt: { en: 'A', km: 'ក' }, consent: 'nobody' }, after: null });

const until = (isSo: () => Promise<boolean>): Promise<void> => eventually(async () => expect(await isSo()).toBe(true));

const known = async (hash: string): Promise<boolean> => (await api.db.query('SELECT 1 FROM media WHERE hash = $1', [hash])).rowCount !== 0;
const onDisk = (hash: string): boolean => existsSync(join(mediaDir, hash.slice(0, 2), hash));
const age = (): Promise<unknown> => api.db.query(`UPDATE media SET at = now() - interval '49 hours'`);
const waiting = async (): Promise<number> =>
  (await api.db.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ~ 'media|draft_versions' AND pid <> pg_backend_pid()`)).rowCount ?? 0;

describe('media that nothing names', () => {
  it('are removed with their bytes after two days; what a draft, a version, a recording or a page names stays', async () => {
    const [nobody, inDraft, inVersion, young] = [await picture(10), await picture(60), await picture(110), await picture(160)];
    await edit([add('pa', inDraft), add('pb', inVersion)]);
    // A version of its own, as after a while.
    await api.db.query(`UPDATE draft_versions SET at = at - interval '1 hour' WHERE draft = $1`, [LESSON]);
    const { media: _, ...rest } = add('pb', inVersion).thing;
    await edit([{ op: 'remove', path: ['blocks'], id: 'pb', was: { ...rest, media: inVersion } }]);
    const { media } = (await author.post(`/api/drafts/${LESSON}/clips`, { lang: 'km', key: ':title', upload: await sender.whole(TONE, 'narration'), source: '0'.repeat(64) })).body.clip;
    await age();
    await picture(160);
    const next = await startTestApi({ connection: api.connection, demo: false, mediaDir });
    await until(async () => !(await known(nobody.hash)) && !onDisk(nobody.hash));
    await next.stop();
    for (const { hash } of nobody.sources) expect([hash, await known(hash), onDisk(hash)]).toEqual([hash, false, false]);
    for (const hash of [inDraft.hash, ...inDraft.sources.map((one) => one.hash), inVersion.hash, young.hash, media]) expect([hash, await known(hash), onDisk(hash)]).toEqual([hash, true, true]);
    // The same picture once more is there once more.
    expect((await picture(10)).hash).toBe(nobody.hash);
    expect([await known(nobody.hash), onDisk(nobody.hash)]).toEqual([true, true]);
  }, 60_000);

  it('are removed however many there are; one of them that a single old version names stays', async () => {
    const named = await picture(70);
    await edit([add('pn', named)]);
    await api.db.query(`UPDATE draft_versions SET at = at - interval '1 hour' WHERE draft = $1`, [LESSON]);
    await edit([{ op: 'remove', path: ['blocks'], id: 'pn', was: add('pn', named).thing }]);
    await api.db.query(`INSERT INTO media (hash, audience, type, bytes) SELECT encode(sha256(('nobody' || n)::bytea), 'hex'), 'editors', 'image/png', 1 FROM generate_series(1, 450) n`);
    await age();
    const next = await startTestApi({ connection: api.connection, demo: false, mediaDir });
    await until(async () => (await api.db.query('SELECT 1 FROM media WHERE bytes = 1')).rowCount === 0);
    await next.stop();
    for (const hash of [named.hash, ...named.sources.map((one) => one.hash)]) expect([hash, await known(hash), onDisk(hash)]).toEqual([hash, true, true]);
  }, 60_000);

  it('are none that readers once had, and no present recording; a recording that was replaced is one', async () => {
    const course = (await author.get('/api/drafts')).body.courses[0].id;
    const publish = async (body: object) => expect((await author.post(`/api/courses/${course}/publish`, { kind: 'content', note: {}, release: false, ...body })).status).toBe(200);
    const shown = await picture(80);
    await edit([add('pr', shown)]);
    await publish({});
    await edit([{ op: 'remove', path: ['blocks'], id: 'pr', was: add('pr', shown).thing }]);
    // From here on it is the editors' alone, and only a page that was called back has it.
    await publish({ kind: 'recall', recalled: [LESSON], note: { en: 'Wrong picture.', km: 'រូបភាពខុស។' } });
    await api.db.query(`DELETE FROM draft_versions WHERE body::text LIKE '%' || $1 || '%'`, [shown.hash]);
    const record = async (packets: number): Promise<string> =>
      (await author.post(`/api/drafts/${LESSON}/clips`, { lang: 'km', key: 'b1', upload: await sender.whole(shorter(OPUS, packets), 'narration'), source: '0'.repeat(64) })).body.clip.media;
    const [replaced, present] = [await record(20), await record(30)];
    await age();
    const next = await startTestApi({ connection: api.connection, demo: false, mediaDir });
    await until(async () => !(await known(replaced)) && !onDisk(replaced));
    await next.stop();
    for (const hash of [shown.hash, ...shown.sources.map((one) => one.hash), present]) expect([hash, await known(hash), onDisk(hash)]).toEqual([hash, true, true]);
  }, 60_000);

  it('wait two days from the moment in which a document let them go, so that it can be taken back', async () => {
    const file = await picture(90);
    const hashes = [file.hash, ...file.sources.map(({ hash }) => hash)];
    await edit([add('pu', file)]);
    await age();
    // Added and removed in one sitting: no version has it. The page is open, and its author may take it back.
    await edit([{ op: 'remove', path: ['blocks'], id: 'pu', was: add('pu', file).thing }]);
    expect((await api.db.query('SELECT 1 FROM draft_versions WHERE body::text LIKE $1', [`%${file.hash}%`])).rowCount).toBe(0);
    const marker = await picture(95);
    await api.db.query(`UPDATE media SET at = now() - interval '49 hours' WHERE hash = $1`, [marker.hash]);
    const next = await startTestApi({ connection: api.connection, demo: false, mediaDir });
    await until(async () => !(await known(marker.hash)));
    await next.stop();
    for (const hash of hashes) expect([hash, await known(hash), onDisk(hash)]).toEqual([hash, true, true]);
    await edit([add('pu', file)]);
    await edit([{ op: 'remove', path: ['blocks'], id: 'pu', was: add('pu', file).thing }]);
    await age();
    const later = await startTestApi({ connection: api.connection, demo: false, mediaDir });
    await until(async () => !(await known(file.hash)) && !onDisk(file.hash));
    await later.stop();
  }, 60_000);

  it('and cannot be removed are said to whoever runs the installation, and removed another time', async () => {
    const file = await picture(250);
    await api.db.query(`UPDATE media SET at = now() - interval '49 hours' WHERE hash = $1`, [file.hash]);
    await api.db.query('REVOKE DELETE ON media FROM seek_justice_app');
    const next = await startTestApi({ connection: api.connection, demo: false, mediaDir });
    await until(async () => next.log.some((line) => line.includes('"media_collection"')));
    // 42501: may not remove.
    expect(next.log.find((line) => line.includes('"media_collection"'))).toContain('42501');
    await next.stop();
    expect(await known(file.hash)).toBe(true);
    await api.db.query('GRANT DELETE ON media TO seek_justice_app');
    const later = await startTestApi({ connection: api.connection, demo: false, mediaDir });
    await until(async () => !(await known(file.hash)));
    await later.stop();
  }, 60_000);

  it('that a draft takes up in that very moment stay', async () => {
    const file = await picture(210);
    await edit([{ op: 'set', path: ['minutes'], was: (await author.get(`/api/drafts/${LESSON}`)).body.document.body.minutes, value: 11 }]);
    await api.db.query(`UPDATE media SET at = now() - interval '49 hours' WHERE hash = ANY($1)`, [[file.hash, ...file.sources.map(({ hash }) => hash)]]);
    // The save has marked its files and waits to write its version; the collection sees nothing of it yet.
    const holder = await api.db.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM draft_versions WHERE draft = $1 FOR UPDATE', [LESSON]);
    const saving = edit([add('pc', file)]);
    await until(async () => (await waiting()) === 1);
    const next = await startTestApi({ connection: api.connection, demo: false, mediaDir });
    await until(async () => (await waiting()) === 2);
    await holder.query('COMMIT');
    holder.release();
    await saving;
    // It ends when the collection has.
    await next.stop();
    for (const hash of [file.hash, ...file.sources.map((one) => one.hash)]) expect([hash, await known(hash), onDisk(hash)]).toEqual([hash, true, true]);
  }, 60_000);
});
