import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import type { Browser, TestApi } from './support/api.ts';
import { startAuthorDesk } from './support/author-desk.ts';
import { idOf, type Sender } from './support/uploads.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const sha256 = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

let api: TestApi;
let author: Browser;
let sender: Sender;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ api, author, sender, stop } = await startAuthorDesk());
});
afterAll(() => stop());

async function take(bytes: Buffer, use: string) {
  return author.post('/api/media', { upload: await sender.whole(bytes, use), use });
}

async function refused(bytes: Buffer, use: string): Promise<unknown[]> {
  const { status, body } = await take(bytes, use);
  return [status, body.code];
}

async function fetched(hash: string): Promise<Buffer> {
  const answer = await fetch(`${api.url}/api/media/${hash}`, { headers: { cookie: author.cookie } });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** A photograph of noise: what compresses worst. */
function noise(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  return sharp(randomBytes(width * height * channels), { raw: { width, height, channels } });
}

/** Something like a photograph: soft shapes. */
function photograph(width: number, height: number): Sharp {
  return sharp(randomBytes(12 * 8 * 3), { raw: { width: 12, height: 8, channels: 3 } }).resize(width, height, { kernel: 'cubic', fit: 'fill' });
}

describe('a picture', () => {
  it('is made small for phones: a JPEG for every browser, AVIF and WebP beside it, named by their bytes', async () => {
    const { status, body } = await take(await photograph(2000, 1500).jpeg({ quality: 95 }).toBuffer(), 'image');
    expect(status).toBe(201);
    expect([body.type, body.width, body.height]).toEqual(['image/jpeg', 960, 720]);
    expect(body.sources.map(({ type, width, height }: any) => [type, width, height])).toEqual([
      ['image/avif', 480, 360],
      ['image/avif', 960, 720],
      ['image/webp', 480, 360],
      ['image/webp', 960, 720],
    ]);
    for (const file of [body, ...body.sources]) {
      const bytes = await fetched(file.hash);
      expect([sha256(bytes), bytes.length]).toEqual([file.hash, file.bytes]);
      const { width, height, format } = await sharp(bytes).metadata();
      expect([width, height, `image/${format === 'heif' ? 'avif' : format}`]).toEqual([file.width, file.height, file.type]);
      // Cheap enough for prepaid data, by width.
      expect(file.bytes).toBeLessThanOrEqual(file.width > 480 ? 110_000 : 40_000);
    }
  });

  it('tells nothing of where, when and with what it was taken, and stands upright', async () => {
    const bytes = await photograph(800, 400)
      .jpeg()
      .withExif({ IFD0: { Make: 'Telephone', Artist: 'សុភា', Copyright: 'Sophea' }, IFD3: { GPSLatitude: '11/1 33/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '104/1 55/1 0/1', GPSLongitudeRef: 'E' } })
      .withMetadata({ orientation: 6 })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="Sophea"/></rdf:RDF></x:xmpmeta>')
      .withIccProfile('p3')
      .toBuffer();
    const sent = await sharp(bytes).metadata();
    expect([sent.exif !== undefined, sent.xmp !== undefined, sent.icc !== undefined, sent.orientation]).toEqual([true, true, true, 6]);
    expect(bytes.includes('GPS') || bytes.includes('Telephone')).toBe(true);
    const { body } = await take(bytes, 'image');
    expect([body.width, body.height]).toEqual([400, 800]);
    for (const { hash } of [body, ...body.sources]) {
      const file = await fetched(hash);
      const { exif, xmp, icc, iptc, orientation = 1 } = await sharp(file).metadata();
      expect([exif, xmp, icc, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, 1]);
      for (const word of ['Telephone', 'Sophea', 'សុភា', 'GPS']) expect(file.includes(word)).toBe(false);
    }
  });

  it('is never enlarged, and never taller than two screens', async () => {
    const small = (await take(await photograph(300, 200).webp().toBuffer(), 'image')).body;
    expect([small.width, small.height, new Set(small.sources.map(({ width }: any) => width))]).toEqual([300, 200, new Set([300])]);
    const tall = (await take(await photograph(1000, 6000).jpeg().toBuffer(), 'image')).body;
    expect([tall.width, tall.height]).toEqual([320, 1920]);
  });

  it('that light shines through stays so', async () => {
    const { body } = await take(await sharp({ create: { width: 600, height: 300, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0.5 } } }).png().toBuffer(), 'image');
    expect(body.type).toBe('image/png');
    expect((await sharp(await fetched(body.hash)).stats()).isOpaque).toBe(false);
    // An alpha channel that hides nothing is none.
    const opaque = await take(await photograph(600, 300).ensureAlpha().png().toBuffer(), 'image');
    expect(opaque.body.type).toBe('image/jpeg');
  });

  it('may be sent as JPEG, PNG, WebP, AVIF or GIF', async () => {
    for (const format of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const) expect([format, (await take(await photograph(64, 48)[format]().toBuffer(), 'image')).status]).toEqual([format, 201]);
  });

  it('sent twice is the same file', async () => {
    const bytes = await photograph(500, 400).jpeg().toBuffer();
    expect((await take(bytes, 'image')).body).toEqual((await take(bytes, 'image')).body);
  });

  it('is told by its content: drawings that run, documents, archives and other formats are refused under any name', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>';
    for (const other of [svg, `<?xml version="1.0"?>${svg}`, '<!doctype html><script>alert(1)</script>', '%PDF-1.7\n', 'PK\x03\x04', 'GIF89a and no more', '\x00', 'II*\x00\x08\x00\x00\x00'])
      expect([other, ...(await refused(Buffer.from(other, 'latin1'), 'image'))]).toEqual([other, 415, 'media_type']);
    expect(await refused(await photograph(20, 20).tiff().toBuffer(), 'image')).toEqual([415, 'media_type']);
    expect(await refused(readFileSync(join(FIXTURES, 'audio', 'tick.opus')), 'image')).toEqual([415, 'media_type']);
  });

  it('that is cut off is refused', async () => {
    const whole = await noise(400, 400).jpeg({ quality: 90 }).toBuffer();
    expect(await refused(whole.subarray(0, whole.length / 2), 'image')).toEqual([422, 'media_spoilt']);
    const png = await noise(400, 400).png().toBuffer();
    expect(await refused(png.subarray(0, png.length / 2), 'image')).toEqual([422, 'media_spoilt']);
  });

  it('that would fill the memory is refused before it is unpacked', async () => {
    const bomb = await sharp({ create: { width: 15_000, height: 15_000, channels: 3, background: '#fff' }, limitInputPixels: false }).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await refused(bomb, 'image')).toEqual([413, 'media_large']);
  });

  it('is for editors until a course names it', async () => {
    const { hash } = (await take(await photograph(64, 64).png().toBuffer(), 'image')).body;
    const status = async (login: string) => (await (await api.as(login)).get(`/api/media/${hash}`)).status;
    expect([await status('author@example.org'), await status('reviewer@example.org'), await status('coordinator@example.org')]).toEqual([200, 200, 200]);
    expect([await status('DEMO-0001'), await status('DEMO-0181'), await status('trainer@example.org'), (await api.visitor().get(`/api/media/${hash}`)).status]).toEqual([404, 404, 404, 404]);
  });

  it('is not made of what was sent for something else', async () => {
    const id = await sender.whole(await photograph(64, 64).png().toBuffer(), 'narration');
    expect((await author.post('/api/media', { upload: id, use: 'image' })).body.code).toBe('bad_request');
  });
});

describe('a sound', () => {
  it('is Opus in Ogg or WebM, measured by us', async () => {
    const ogg = await take(readFileSync(join(FIXTURES, 'audio', 'tone-20s.opus')), 'audio');
    expect([ogg.status, ogg.body.type, Math.abs(ogg.body.ms - 20_000) < 100]).toEqual([201, 'audio/ogg', true]);
    const webm = await take(readFileSync(join(FIXTURES, 'audio', 'tone-2s.webm')), 'audio');
    expect([webm.status, webm.body.type, Math.abs(webm.body.ms - 2_000) < 100]).toEqual([201, 'audio/webm', true]);
    // Nobody is named in it: as it came. It had a title: without.
    expect((await fetched(webm.body.hash)).equals(readFileSync(join(FIXTURES, 'audio', 'tone-2s.webm')))).toBe(true);
    expect((await fetched(ogg.body.hash)).includes('TITLE')).toBe(false);
  });

  it('of another kind is refused', async () => {
    const mp3 = Buffer.concat([Buffer.from('ID3\x03\x00\x00\x00\x00\x00\x00', 'latin1'), Buffer.from('fffb9064', 'hex'), Buffer.alloc(400)]);
    const m4a = Buffer.from('\x00\x00\x00\x18ftypM4A \x00\x00\x00\x00M4A mp42', 'latin1');
    for (const other of [mp3, m4a, Buffer.from('RIFF\x00\x00\x00\x00WAVEfmt ', 'latin1'), Buffer.from('<script>')]) expect(await refused(other, 'audio')).toEqual([415, 'media_type']);
    const broken = readFileSync(join(FIXTURES, 'audio', 'tone-20s.opus')).subarray(0, 60);
    expect((await refused(broken, 'audio'))[1]).toMatch(/^media_/);
  });
});

describe('a film', () => {
  it('is measured by us, without what it tells of places, and plays from its beginning', async () => {
    const sent = readFileSync(join(FIXTURES, 'video', 'clip.mp4'));
    expect(sent.includes('Phnom Penh')).toBe(true);
    const { status, body } = await take(sent, 'video');
    expect([status, body.type, body.width, body.height, Math.abs(body.ms - 1_000) < 150]).toEqual([201, 'video/mp4', 64, 48, true]);
    const kept = await fetched(body.hash);
    expect(kept.includes('Phnom Penh')).toBe(false);
    expect(kept.indexOf('moov')).toBeLessThan(kept.indexOf('mdat'));
  });

  it('in WebM is welcome', async () => {
    const { status, body } = await take(readFileSync(join(FIXTURES, 'video', 'clip.webm')), 'video');
    expect([status, body.type, body.width, body.height]).toEqual([201, 'video/webm', 64, 48]);
  });

  it('of another kind, or broken, is refused', async () => {
    expect(await refused(readFileSync(join(FIXTURES, 'audio', 'tone-2s.webm')), 'video')).toEqual([415, 'media_type']);
    expect(await refused(Buffer.from('\x00\x00\x00\x18ftypqt  \x00\x00\x00\x00qt  ', 'latin1'), 'video')).toEqual([415, 'media_type']);
    expect((await refused(readFileSync(join(FIXTURES, 'video', 'clip.mp4')).subarray(0, 400), 'video'))[1]).toMatch(/^media_/);
  });

  it('is not looked for under an upload that nobody began', async () => {
    expect((await author.post('/api/media', { upload: idOf(await sender.begin(10, { use: 'video' })), use: 'video' })).body.code).toBe('upload_unfinished');
    expect((await author.post('/api/media', { upload: '0'.repeat(32), use: 'video' })).body.code).toBe('upload_gone');
  });
});
