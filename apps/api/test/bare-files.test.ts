import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { isBare } from '../src/database/bare/is-bare.ts';

const PLACE = 'Phnom Penh 11.55,104.91';
const dir = mkdtempSync(join(tmpdir(), 'bare-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** Whether files are bare, by what they are called. */
async function looked(type: string, files: Record<string, Buffer>): Promise<Record<string, boolean>> {
  const found: Record<string, boolean> = {};
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(dir, 'file');
    writeFileSync(path, bytes);
    found[name] = await isBare(path, type);
  }
  return found;
}

const none = (files: Record<string, Buffer>) => Object.fromEntries(Object.keys(files).map((name) => [name, false]));

describe('a film in MP4', () => {
  const box = (type: string, ...content: (Buffer | string)[]): Buffer => {
    const inside = Buffer.concat(content.map((one) => Buffer.from(one as string)));
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + inside.length);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, inside]);
  };
  const film = (reserved: Buffer, name: string) => Buffer.concat([box('ftyp', 'isom'), box('moov', box('mvhd'), box('trak', box('tkhd'), box('mdia', box('hdlr', Buffer.alloc(8), 'vide', reserved, name)))), box('mdat')]);

  it('has a track that is called what programs call it, and nothing beside that name', async () => {
    const hostile = {
      'words behind the name': film(Buffer.alloc(12), `VideoHandler${'\0'.repeat(80)}${PLACE}`),
      'words before it': film(Buffer.from(PLACE.slice(0, 12)), 'VideoHandler\0'),
      'another name': film(Buffer.alloc(12), 'Sok Sophea\0'),
    };
    expect(await looked('video/mp4', { right: film(Buffer.alloc(12), 'VideoHandler\0'), ...hostile })).toEqual({ right: true, ...none(hostile) });
  });
});

describe('a film in WebM', () => {
  /** An element whose length has eight bytes. */
  const part = (id: number[], ...content: (Buffer | string)[]): Buffer => {
    const inside = Buffer.concat(content.map((one) => Buffer.from(one as string)));
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(inside.length));
    length[0] = 1;
    return Buffer.concat([Buffer.from(id), length, inside]);
  };
  const track = part([0x16, 0x54, 0xae, 0x6b], part([0xae], part([0x83], Buffer.from([1]))));
  const said = (...about: Buffer[]) => part([0x67, 0xc8], ...about);
  const [name, words] = [(text: string) => part([0x45, 0xa3], text), (text: string) => part([0x44, 0x87], text)];
  const film = (...tags: Buffer[]) => Buffer.concat([part([0x1a, 0x45, 0xdf, 0xa3]), part([0x18, 0x53, 0x80, 0x67], track, part([0x12, 0x54, 0xc3, 0x67], part([0x73, 0x73], ...tags)))]);

  it('says of itself which program made it, each word by its name, and nothing more', async () => {
    const hostile = {
      'a word without a name, and another with two': film(said(name('ENCODER'), name('ENCODER')), said(words(PLACE))),
      'a word within a word': film(said(name('ENCODER'), said(name('ENCODER'), words(PLACE)))),
      'a word by another name': film(said(name('ARTIST'), words('Sok'))),
    };
    expect(await looked('video/webm', { right: film(said(name('ENCODER'), words('Lavf60'))), ...hostile })).toEqual({ right: true, ...none(hostile) });
  });

  it('is refused at once where words stand within words without an end', async () => {
    // Each announces all that is left: id, size.
    const deep = Buffer.alloc(10 * 2_000_000);
    for (let at = 0; at < deep.length; at += 10) {
      deep.writeUInt16BE(0x67c8, at);
      deep.writeBigUInt64BE(BigInt(deep.length - at - 10) | 0x01_00_00_00_00_00_00_00n, at + 2);
    }
    expect(await looked('video/webm', { deep: film(deep) })).toEqual({ deep: false });
  });
});

describe('a picture', () => {
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: { r: 90, g: 120, b: 60 } } });
  let jpeg: Buffer;
  let png: Buffer;
  let avif: Buffer;
  beforeAll(async () => {
    [jpeg, png, avif] = await Promise.all([picture.clone().jpeg().toBuffer(), picture.clone().png().toBuffer(), picture.clone().avif().toBuffer()]);
  });
  const segment = (marker: number, words: string): Buffer => Buffer.concat([Buffer.from([0xff, marker, 0, words.length + 2]), Buffer.from(words, 'latin1')]);

  it('in JPEG holds nothing that no decoder needs', async () => {
    const [head, rest, end] = [jpeg.subarray(0, 2), jpeg.subarray(2), jpeg.subarray(-2)];
    const hostile = {
      'a place in the head': Buffer.concat([head, segment(0xe0, PLACE), rest]),
      'a small picture of what was cut away': Buffer.concat([head, segment(0xe0, `JFXX\0\x13${PLACE}`), rest]),
      'words for the colours': Buffer.concat([head, segment(0xee, `Adobe${PLACE}`), rest]),
      'a profile of words': Buffer.concat([head, segment(0xe2, `ICC_PROFILE\0\x01\x01${PLACE}`), rest]),
      'a marker of nothing': Buffer.concat([jpeg.subarray(0, -2), segment(0xf0, PLACE), end]),
      'a camera behind padding': Buffer.concat([head, Buffer.from([0xff]), segment(0xe1, `Exif\0\0${PLACE}`), rest]),
      'another picture behind it': Buffer.concat([jpeg, jpeg]),
    };
    expect(await looked('image/jpeg', { right: jpeg, ...hostile })).toEqual({ right: true, ...none(hostile) });
  });

  it('is refused where it has more parts than any picture, however small they are', async () => {
    const scans = Buffer.alloc(24_000_000);
    for (let at = 0; at < scans.length; at += 4) scans.writeUInt32BE(0xffda0002, at);
    expect(await looked('image/jpeg', { scans: Buffer.concat([jpeg.subarray(0, 2), scans]) })).toEqual({ scans: false });
  }, 20_000);

  it('in PNG ends where it ends, and in AVIF has no part that is no picture', async () => {
    const after = Buffer.alloc(12 + PLACE.length);
    after.writeUInt32BE(PLACE.length);
    after.write(`PLTE${PLACE}`, 4);
    expect(await looked('image/png', { right: png, after: Buffer.concat([png, after]), cut: png.subarray(0, -12) })).toEqual({ right: true, after: false, cut: false });
    const named = Buffer.from(avif);
    named.write('Exif', named.indexOf('av01', named.indexOf('infe')), 'latin1');
    expect(await looked('image/avif', { right: avif, named })).toEqual({ right: true, named: false });
  });
});
