import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from './support/api.ts';
import { type TestNarration, testNarration, tick } from './support/narration.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures', 'audio');
const sha256 = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

let api: TestApi;
let narration: TestNarration;
const mediaDir = mkdtempSync(join(tmpdir(), 'media-'));

beforeAll(async () => {
  narration = await testNarration({ readAs: ({ key, text }) => (key === ':title' ? `${text} as it was before` : text) });
  api = await startTestApi({ mediaDir, narration: narration.folder });
});
afterAll(async () => {
  await api.stop();
  rmSync(mediaDir, { recursive: true });
  rmSync(narration.folder, { recursive: true });
});

async function manifest() {
  const browser = api.visitor();
  const { courses } = (await browser.get('/api/curriculum')).body;
  return (await browser.get(`/api/snapshots/${courses[0].hash}`)).body;
}

const hashOf = (of: string, key: string): string => [...narration.heard].find(([, clip]) => clip.of === of && clip.key === key)?.[0] ?? '';
const file = (hash: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${api.url}/api/media/${hash}`, { headers });

describe('a published narration', () => {
  it('is a node of its own that names files, with their sizes in the manifest (SPEC N1, N2)', async () => {
    const lesson = (await manifest()).modules[0].lessons[0];
    expect(Object.keys(lesson.narration)).toEqual(['km']);
    const { hash, bytes, missing, stale } = lesson.narration.km;
    expect([missing, stale]).toEqual([[], [':title']]);
    const leaf = (await api.visitor().get(`/api/snapshots/${hash}`)).body;
    expect([leaf.kind, leaf.of, leaf.lang]).toEqual(['narration', lesson.id, 'km']);
    const clips = Object.values(leaf.parts) as { media: string; bytes: number }[];
    expect(clips.reduce((sum, clip) => sum + clip.bytes, 0)).toBe(bytes);
    expect(leaf.parts[':title'].media).toBe(hashOf(lesson.id, ':title'));
  });

  it('has the phrases of the app and the voices of the contacts beside it (SPEC N6)', async () => {
    expect((await manifest()).phrases.km.missing).toEqual([]);
    const { contacts } = (await api.visitor().get('/api/contacts')).body;
    for (const contact of contacts) expect(contact.narration.km).toMatchObject({ media: hashOf('contacts', contact.id), numbers: { [contact.id]: contact.number } });
    await api.db.query(`UPDATE contacts SET data = data || '{"answers": {"km": "ថ្មី", "en": "New"}}' WHERE id = 'aple'`);
    await api.db.query(`UPDATE contacts SET data = data || '{"number": "1999"}' WHERE id = 'hotline-child'`);
    const after = (await api.visitor().get('/api/contacts')).body.contacts as { id: string; narration?: { km: { stale?: boolean } } }[];
    // What is said of them has changed: marked. The number itself has changed: never to be heard again.
    expect(Object.fromEntries(after.map(({ id, narration: clips }) => [id, clips ? (clips.km.stale ?? false) : null]))).toEqual({
      'hotline-police': false,
      'hotline-child': null,
      aple: true,
    });
  });

  it('costs nothing where there is none: the seeded course is published without a trace of it', async () => {
    const silent = await startTestApi({ demo: false });
    try {
      const { courses } = (await silent.visitor().get('/api/curriculum')).body;
      expect((await silent.visitor().get(`/api/snapshots/${courses[0].hash}`)).text).not.toContain('narration');
    } finally {
      await silent.stop();
    }
  });
});

describe('a media file', () => {
  it('lies on disk under its hash and is sent as it is, immutable, with the type of its bytes (SPEC N3)', async () => {
    const hash = hashOf('k7f2qd', ':title');
    const answer = await file(hash);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(sha256(bytes)).toBe(hash);
    expect(readFileSync(join(mediaDir, hash.slice(0, 2), hash))).toEqual(bytes);
    expect(Object.fromEntries(['content-type', 'content-length', 'cache-control', 'accept-ranges', 'x-content-type-options'].map((name) => [name, answer.headers.get(name)]))).toEqual({
      'content-type': 'audio/ogg',
      'content-length': String(bytes.length),
      'cache-control': 'public, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
    });
  });

  it('is sent in one range', async () => {
    const hash = hashOf('k7f2qd', ':title');
    const whole = Buffer.from(await (await file(hash)).arrayBuffer());
    const last = whole.length - 1;
    for (const [range, from, to] of [
      ['bytes=0-3', 0, 3],
      ['bytes=10-', 10, last],
      ['bytes=-5', last - 4, last],
      ['bytes=4-999999', 4, last],
    ] as const) {
      const part = await file(hash, { range });
      expect([range, part.status, part.headers.get('content-range')]).toEqual([range, 206, `bytes ${from}-${to}/${whole.length}`]);
      expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(from, to + 1));
    }
    const beyond = await file(hash, { range: 'bytes=999999-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`]);
    for (const range of ['bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=-']) expect((await file(hash, { range })).status).toBe(200);
  });

  it('is not there under any other name, nor when its bytes are gone', async () => {
    for (const name of ['0'.repeat(64), 'x', `..%2f${hashOf('k7f2qd', ':title')}`, hashOf('k7f2qd', ':title').toUpperCase()]) {
      const answer = await file(name);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
    }
    const hash = hashOf('k7f2qd', 'b1') || [...narration.heard.keys()].at(-1) || '';
    rmSync(join(mediaDir, hash.slice(0, 2), hash));
    expect((await file(hash)).status).toBe(404);
  });

  it('of the police course is for police and who answers for it, and is kept nowhere (SPEC N4)', async () => {
    const bytes = tick('police');
    const hash = sha256(bytes);
    const seen = async (login: string | null): Promise<unknown[]> => {
      const browser = login ? await api.as(login) : api.visitor();
      const { status, headers } = await browser.get(`/api/media/${hash}`);
      return [status, headers.get('cache-control')];
    };
    const shared = join(mediaDir, hash.slice(0, 2));
    expect(await seen('DEMO-0181')).toEqual([404, 'no-store']);
    mkdirSync(shared, { recursive: true });
    writeFileSync(join(shared, hash), bytes);
    await api.db.query(`INSERT INTO media VALUES ($1, 'police', 'audio/ogg', $2)`, [hash, bytes.length]);
    expect(await seen(null)).toEqual([404, 'no-store']);
    expect(await seen('DEMO-0001')).toEqual([404, 'no-store']);
    expect(await seen('DEMO-0181')).toEqual([200, 'private, no-store']);
    expect(await seen('coordinator@example.org')).toEqual([200, 'private, no-store']);
    // The same sound in an open course is everybody's.
    await api.db.query(`INSERT INTO media VALUES ($1, 'open', 'audio/ogg', $2)`, [hash, bytes.length]);
    expect(await seen(null)).toEqual([200, 'public, max-age=31536000, immutable']);
  });
});

describe('what is no recording', () => {
  const start = async (name: string, bytes: Buffer, dir: string | undefined = mediaDir): Promise<string> => {
    const folder = mkdtempSync(join(tmpdir(), 'narration-'));
    writeFileSync(join(folder, name), bytes);
    writeFileSync(join(folder, 'index.yaml'), JSON.stringify({ parts: [{ of: 'phrases', lang: 'km', key: 'right', file: name, ms: 1, source: '0'.repeat(64) }] }));
    try {
      const started = await startTestApi({ demo: false, narration: folder, ...(dir ? { mediaDir: dir } : {}) });
      await started.stop();
      return 'started';
    } catch (error) {
      return (error as Error).message.replace(folder, '');
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('is refused by its bytes, whatever its name says', async () => {
    expect(await start('a.opus', Buffer.from('<script>alert(1)</script>'))).toBe('/a.opus is no Opus audio in Ogg or WebM.');
    expect(await start('b.opus', Buffer.from('OggS and no more'))).toBe('/b.opus is no Opus audio in Ogg or WebM.');
    expect(await start('c.opus', Buffer.alloc(0))).toBe('/c.opus is no Opus audio in Ogg or WebM.');
    expect(await start('d.opus', Buffer.concat([tick('long'), Buffer.alloc(4_000_000)]))).toMatch(/^\/d\.opus has \d+ bytes; a part may have 4000000\.$/);
  });

  it('needs a place to be kept', async () => {
    const folder = await testNarration({ only: ({ key }) => key === 'right' });
    await expect(startTestApi({ demo: false, narration: folder.folder })).rejects.toThrow('There is no place for media files');
    rmSync(folder.folder, { recursive: true });
  });

  it('recordings of Chromium in WebM are welcome', async () => {
    expect(await start('e.webm', readFileSync(join(FIXTURES, 'tone-2s.webm')))).toBe('started');
  });
});
