import { request } from 'node:http';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, startTestApi, type TestApi } from './support/api.ts';
import { idOf, Sender } from './support/uploads.ts';

let api: TestApi;
let author: Browser;
let sender: Sender;
const mediaDir = mkdtempSync(join(tmpdir(), 'uploads-'));
const folder = join(mediaDir, 'uploads');

beforeAll(async () => {
  api = await startTestApi({ mediaDir });
  author = await api.as('author@example.org');
  sender = new Sender(api.url, author);
});
afterAll(async () => {
  await api.stop();
  rmSync(mediaDir, { recursive: true });
});

/** Waits for a state that the server comes to by itself. */
async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries += 1) {
    if (tries > 500) throw new Error('it never came to that');
    await pause(20);
  }
}

const size = (id: string): number => statSync(join(folder, id)).size;

describe('an upload', () => {
  it('goes on where it stood when its line was cut', async () => {
    const bytes = Buffer.alloc(300_000, 'ក');
    const begun = await sender.begin(bytes.length, { use: 'image' });
    // Relative: right behind whatever proxy stands before it.
    expect([begun.status, begun.headers.get('location'), begun.headers.get('tus-resumable')]).toEqual([201, expect.stringMatching(/^\/api\/uploads\/[0-9a-f]{32}$/), '1.0.0']);
    const id = idOf(begun);
    const cut = request(`${api.url}/api/uploads/${id}`, {
      method: 'PATCH',
      headers: { cookie: author.cookie, origin: api.url, 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', 'content-length': bytes.length },
    });
    cut.on('error', () => {});
    cut.write(bytes.subarray(0, 100_000));
    await until(() => size(id) === 100_000);
    cut.destroy();
    const stands = await sender.look(id);
    expect([stands.status, stands.headers.get('upload-offset'), stands.headers.get('upload-length'), stands.headers.get('cache-control')]).toEqual([200, '100000', '300000', 'no-store']);
    // Who missed how far it came is told, and nothing is written over.
    expect((await sender.goOn(id, 0, bytes)).body.code).toBe('upload_moved');
    expect((await author.post('/api/media', { upload: id, use: 'image' })).body.code).toBe('upload_unfinished');
    const rest = await sender.goOn(id, 100_000, bytes.subarray(100_000));
    expect([rest.status, rest.headers.get('upload-offset')]).toEqual([204, '300000']);
    expect(readFileSync(join(folder, id))).toEqual(bytes);
  });

  it('is used once: then its bytes are gone, and asking again is answered as before', async () => {
    const id = await sender.whole(readFileSync(join(import.meta.dirname, 'fixtures', 'audio', 'tone-2s.webm')), 'audio');
    const first = await author.post('/api/media', { upload: id, use: 'audio' });
    expect([first.status, readdirSync(folder).filter((name) => name.startsWith(id))]).toEqual([201, [`${id}.json`]]);
    expect((await author.post('/api/media', { upload: id, use: 'audio' })).body).toEqual(first.body);
    expect((await author.post('/api/media', { upload: id, use: 'image' })).body.code).toBe('bad_request');
    expect((await sender.look(id)).status).toBe(410);
  });

  it('is nobody else’s to go on with, to look at, to throw away or to use', async () => {
    await api.db.query(`INSERT INTO account_roles (account_id, role) SELECT account_id, 'author' FROM account_roles WHERE role = 'evaluator'`);
    const other = await api.as('evaluator@example.org');
    const foreign = new Sender(api.url, other);
    const id = await sender.whole(Buffer.from('anything'), 'image');
    expect((await foreign.look(id)).status).toBe(410);
    for (const answer of [await foreign.goOn(id, 8, Buffer.from('x')), await foreign.drop(id), await other.post('/api/media', { upload: id, use: 'image' })]) expect([answer.status, answer.body.code]).toEqual([410, 'upload_gone']);
    expect((await sender.look(id)).headers.get('upload-offset')).toBe('8');
  });

  it('keeps no name of a file or a person, and logs nothing of it', async () => {
    const id = idOf(await sender.begin(9, { use: 'image', filename: 'រូប សុភា.jpg', account: 'somebody-else' }));
    await sender.goOn(id, 0, Buffer.from('sensitive'));
    const note = readFileSync(join(folder, `${id}.json`), 'utf8');
    expect(Object.keys(JSON.parse(note).metadata)).toEqual(['use', 'account']);
    expect(note).not.toMatch(/រូប|jpg|somebody-else/);
    expect(api.log.join('\n')).not.toMatch(/sensitive|សុភា/);
  });

  it('has a size that its use allows, and says what it is for', async () => {
    const begin = async (length: number, use: string) => {
      const { status, body } = await sender.begin(length, { use });
      return [status, body?.code];
    };
    for (const [use, most] of [['image', 20_000_000], ['audio', 20_000_000], ['video', 200_000_000], ['narration', 4_000_000]] as const) {
      expect(await begin(most, use)).toEqual([201, undefined]);
      expect(await begin(most + 1, use)).toEqual([413, 'media_large']);
    }
    expect(await begin(10, 'document')).toEqual([400, 'bad_request']);
    expect(await begin(0, 'image')).toEqual([400, 'bad_request']);
    // More than was announced is not taken.
    const id = idOf(await sender.begin(4, { use: 'image' }));
    expect((await sender.goOn(id, 0, Buffer.from('12345'))).body.code).toBe('media_large');
  });

  it('comes from our own pages and from authors alone', async () => {
    const foreign = await author.send('POST', '/api/uploads', undefined, { 'tus-resumable': '1.0.0', origin: 'https://example.com', 'upload-length': '1', 'upload-metadata': 'use aW1hZ2U=' });
    expect(foreign.body.code).toBe('bad_origin');
    const id = await sender.whole(Buffer.from('anything'), 'image');
    const patch = await author.send('PATCH', `/api/uploads/${id}`, 'x', { 'tus-resumable': '1.0.0', 'upload-offset': '8', 'content-type': 'application/offset+octet-stream' });
    expect(patch.body.code).toBe('bad_origin');
    expect((await new Sender(api.url, api.visitor()).look(id)).status).toBe(401);
    expect((await new Sender(api.url, await api.as('reviewer@example.org')).look(id)).status).toBe(403);
  });

  it('can be thrown away, and is gone after a day', async () => {
    const id = await sender.whole(Buffer.from('anything'), 'image');
    expect((await sender.drop(id)).status).toBe(204);
    expect((await sender.look(id)).status).toBe(410);
    const [left, fresh] = [await sender.whole(Buffer.from('left'), 'image'), await sender.whole(Buffer.from('fresh'), 'image')];
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    for (const name of [left, `${left}.json`]) utimesSync(join(folder, name), yesterday, yesterday);
    const next = await startTestApi({ connection: api.connection, demo: false, mediaDir });
    await until(() => !readdirSync(folder).some((name) => name.startsWith(left)));
    await next.stop();
    expect(readdirSync(folder)).toEqual(expect.arrayContaining([fresh, `${fresh}.json`]));
    expect((await author.post('/api/media', { upload: left, use: 'image' })).body.code).toBe('upload_gone');
  });
});
