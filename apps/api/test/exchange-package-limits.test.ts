import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { canonical } from '@seek-justice/domain/kernel/canonical.ts';
import { type Browser, startTestApi, type TestApi } from './support/api.ts';
import { eventually } from './support/eventually.ts';
import { oggPage, writtenBy } from './support/ogg.ts';
import { Sender } from './support/uploads.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const FIXTURES = join(import.meta.dirname, 'fixtures');
const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const fixture = (...path: string[]): Buffer => readFileSync(join(FIXTURES, ...path));

let api: TestApi;
let author: Browser;
const mediaDir = mkdtempSync(join(tmpdir(), 'package-limits-'));
beforeAll(async () => {
  api = await startTestApi({ mediaDir });
  author = await api.as('author@example.org');
  for (const [id, kind, parent] of [['newcrs', 'course', null], ['newmod', 'module', 'newcrs'], ['newqiz', 'quiz', 'newmod']])
    expect((await author.post('/api/drafts', { id, kind, parent, after: null, source: 'km' })).status).toBe(201);
});
afterAll(async () => {
  await api.stop();
  rmSync(mediaDir, { recursive: true });
});

const takeOut = () => fetch(`${api.url}/api/drafts/newcrs/package`, { headers: { cookie: author.cookie } });
const bringIn = (bytes: Bytes, query = '') => author.send('POST', `/api/packages${query}`, bytes, { 'content-type': 'application/zip', origin: api.url });
const lying = (): string[] => readdirSync(join(mediaDir, 'uploads')).filter((name) => name.startsWith('package-'));

/** A course package with further files, and lists that are true of them. */
async function withMedia(media: Uint8Array[]): Promise<Bytes> {
  const files = unzipSync(new Uint8Array(await (await takeOut()).arrayBuffer()));
  const { hash: _, ...listed } = JSON.parse(strFromU8(files['manifest.json']!));
  for (const bytes of media) {
    files[`media/${sha256(bytes)}`] = new Uint8Array(bytes);
    listed.files[`media/${sha256(bytes)}`] = sha256(bytes);
  }
  files['manifest.json'] = strToU8(canonical({ ...listed, hash: sha256(canonical(listed)) }));
  return zipSync(files);
}

/** What is kept of a file when somebody uploads it. */
async function uploaded(bytes: Buffer, use: 'audio' | 'video'): Promise<Buffer> {
  const upload = await new Sender(api.url, author).whole(bytes, use);
  const { hash } = (await author.post('/api/media', { upload, use })).body;
  return Buffer.from(await (await fetch(`${api.url}/api/media/${hash}`, { headers: { cookie: author.cookie } })).arrayBuffer());
}

function box(type: string, content: string): Buffer {
  const bytes = Buffer.from(`\0\0\0\0${type}${content}`, 'latin1');
  bytes.writeUInt32BE(bytes.length);
  return bytes;
}

describe('files of a package', () => {
  it('that tell who made them, where and when are refused by name; as an upload is kept they come along', async () => {
    const raw = { mp4: fixture('video', 'clip.mp4'), webm: fixture('video', 'clip.webm'), ogg: fixture('audio', 'tone-20s.opus') };
    const kept = { mp4: await uploaded(raw.mp4, 'video'), webm: await uploaded(raw.webm, 'video'), ogg: await uploaded(raw.ogg, 'audio'), recorded: fixture('audio', 'tone-2s.webm') };
    const place = '11.55,104.91 Phnom Penh';
    const hostile = {
      'a film with a title and a comment': raw.mp4,
      'a film with tags': raw.webm,
      'a sound with a title': raw.ogg,
      'a sound with an artist': writtenBy(raw.ogg, 'ARTIST=Sok', 'Sok'),
      'a film with a box of its own': Buffer.concat([kept.mp4, box('uuid', place)]),
      'a film with tags at its end': Buffer.concat([kept.mp4, box('udta', box('\u00a9xyz', place).toString('latin1'))]),
      'a film with a place in its padding': Buffer.concat([kept.mp4, box('free', place)]),
      'a film with bytes behind it': Buffer.concat([kept.mp4, Buffer.from(place)]),
      // Void, 23 bytes.
      'a film in WebM with a place in its padding': Buffer.concat([kept.webm, Buffer.from([0xec, 0x80 + place.length]), Buffer.from(place)]),
      // Attachments beside the segment.
      'a film in WebM with something attached': Buffer.concat([kept.webm, Buffer.from([0x19, 0x41, 0xa4, 0x69, 0x80 + place.length]), Buffer.from(place)]),
      // The title of a segment, in place of the program that made it: as long as that.
      'a film in WebM with a name': Buffer.from(kept.webm.toString('latin1').replace('\x4d\x80', '\x7b\xa9'), 'latin1'),
      'a film whose track is called after somebody': Buffer.from(kept.mp4.toString('latin1').replace('MediabunnyVideoHandler', 'Sok Sophea, 012 345 678'.slice(0, 22)), 'latin1'),
      'a film whose packets lie elsewhere': Buffer.from(kept.mp4.toString('latin1').replace('url \0\0\0\x01', 'url \0\0\0\0'), 'latin1'),
      'a sound with another stream behind it': Buffer.concat([kept.ogg, Buffer.from(oggPage({ flags: 6, granule: 0n, sequence: 0, packets: [Buffer.from(place)] }))]),
    };
    const bytes = await withMedia([...Object.values(kept), ...Object.values(hostile)]);
    const { fault, media, plan } = (await bringIn(bytes)).body;
    expect([fault, media.files]).toEqual([null, 18]);
    const refused = Object.entries(hostile).map(([name, file]) => [name, media.refused.includes(sha256(file))]);
    expect(refused).toEqual(Object.keys(hostile).map((name) => [name, true]));
    expect(media.refused).toHaveLength(14);
    expect((await bringIn(bytes)).body.refusedIn).toEqual([]);
    expect((await bringIn(bytes, `?do=add&plan=${plan}`)).status).toBe(200);
    const status = async (file: Buffer) => (await author.get(`/api/media/${sha256(file)}`)).status;
    for (const file of Object.values(hostile)) expect(await status(file)).toBe(404);
    for (const file of Object.values(kept)) expect((await fetch(`${api.url}/api/media/${sha256(file)}`, { headers: { cookie: author.cookie } })).status).toBe(200);
  }, 60_000);

  it('are pictures, too, as an upload is kept: nothing beside what is seen', async () => {
    const place = '11.55,104.91 Phnom Penh';
    const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: { r: 90, g: 120, b: 60 } } });
    const kept = { jpeg: await picture.clone().jpeg({ mozjpeg: true }).toBuffer(), png: await picture.clone().png({ palette: true }).toBuffer(), webp: await picture.clone().webp().toBuffer(), avif: await picture.clone().avif().toBuffer() };
    /** A segment of a JPEG, right after its beginning. */
    const jpeg = (marker: number, words: string): Buffer => {
      const segment = Buffer.concat([Buffer.from([0xff, marker, 0, words.length + 2]), Buffer.from(words)]);
      return Buffer.concat([kept.jpeg.subarray(0, 2), segment, kept.jpeg.subarray(2)]);
    };
    const chunk = (name: string, words: string): Buffer => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(words.length);
      return Buffer.concat([Buffer.from(name), length, Buffer.from(words), Buffer.alloc(words.length % 2)]);
    };
    const hostile = {
      'a comment': jpeg(0xfe, place),
      'words of a camera': jpeg(0xec, `Ducky${place}`),
      'words in the place of a profile': jpeg(0xe2, `MPF\0${place}xxxx`),
      'a film behind its end': Buffer.concat([kept.jpeg, Buffer.from(place)]),
      'where it was taken': await picture.clone().withExif({ IFD0: { Artist: 'Sok' } }).jpeg().toBuffer(),
      'words behind a PNG': Buffer.concat([kept.png, Buffer.from(place)]),
      'words behind a WebP': Buffer.concat([kept.webp, chunk('NOTE', place)]),
      'a box of an AVIF': Buffer.concat([kept.avif, box('uuid', place)]),
    };
    const { media } = (await bringIn(await withMedia([...Object.values(kept), ...Object.values(hostile)]))).body;
    expect(Object.entries(hostile).map(([name, file]) => [name, media.refused.includes(sha256(file))])).toEqual(Object.keys(hostile).map((name) => [name, true]));
    expect(media.refused).toHaveLength(8);
  });

  it('leave nothing on the way, whether they were taken, refused or cut off', async () => {
    const bytes = await withMedia([fixture('audio', 'tone-2s.webm')]);
    await bringIn(bytes);
    await bringIn(strToU8('no zip') as Bytes);
    expect(lying()).toEqual([]);
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    socket.write(`POST /api/packages HTTP/1.1\r\nhost: ${hostname}:${port}\r\norigin: ${api.url}\r\ncookie: ${author.cookie}\r\ncontent-type: application/zip\r\ncontent-length: ${bytes.length}\r\n\r\n`);
    socket.write(bytes.subarray(0, 100));
    await eventually(async () => expect(lying()).toHaveLength(1));
    socket.destroy();
    await eventually(async () => expect(lying()).toEqual([]));
    await (await takeOut()).arrayBuffer();
    await fetch(`${api.url}/api/drafts/newcrs/package`, { method: 'HEAD', headers: { cookie: author.cookie } });
    const leaving = new AbortController();
    await fetch(`${api.url}/api/drafts/newcrs/package`, { headers: { cookie: author.cookie }, signal: leaving.signal });
    leaving.abort();
    await eventually(async () => expect(lying()).toEqual([]));
    // Nobody is to blame for a line that broke.
    expect(api.log.filter((line) => line.includes('unexpected'))).toEqual([]);
  });
});

describe('several packages at once', () => {
  it('wait for their turn; what is too many is refused in words', async () => {
    const bytes = await withMedia([]);
    const first = (await bringIn(bytes)).body;
    // The first one waits for a document that somebody else holds, in its turn.
    const holder = await api.db.connect();
    await holder.query('BEGIN');
    await holder.query(`SELECT 1 FROM drafts WHERE id = 'newcrs' FOR UPDATE`);
    const working = bringIn(bytes, `?do=replace&plan=${first.plan}`);
    await eventually(async () => expect((await api.db.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ~ 'drafts'`)).rowCount).toBe(1));
    const refused: any[] = [];
    const answers = Array.from({ length: 6 }, () =>
      bringIn(bytes).then((answer) => {
        if (answer.status !== 200) refused.push([answer.status, answer.body.code, answer.body.retryAfter]);
        return answer;
      }),
    );
    await eventually(async () => expect(refused).toEqual([503, 503, 503].map((status) => [status, 'packages_busy', 30])));
    const out = await takeOut();
    expect([out.status, ((await out.json()) as any).title]).toEqual([503, expect.stringMatching(/វគ្គសិក្សា|courses/)]);
    await holder.query('ROLLBACK');
    holder.release();
    expect((await working).body.done).toMatchObject({ equal: true });
    expect((await Promise.all(answers)).filter(({ status }) => status === 200).map(({ body }) => body.fault)).toEqual([null, null, null]);
    expect((await takeOut()).status).toBe(200);
    await eventually(async () => expect(lying()).toEqual([]));
  }, 60_000);
});
