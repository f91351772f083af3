import { type FileBytes, PIECE } from './file-bytes.ts';

const SOI = 0xffd8;
const EOI = 0xd9;
const SOS = 0xda;
/** JFIF, a colour profile, and how its colours are turned: what a decoder needs. No comment, no other application's own. */
const JPEG_APP: ReadonlySet<number> = new Set([0xe0, 0xe2, 0xee]);
const ICC = 'ICC_PROFILE\0';

/** Whether a JPEG holds nothing but its picture: no comments, no segments of cameras and programs, nothing behind its end. */
export async function isBareJpeg(bytes: FileBytes): Promise<boolean> {
  if ((await bytes.at(0, 2)).readUInt16BE(0) !== SOI) return false;
  let at = 2;
  while (at + 4 <= bytes.size) {
    const head = await bytes.at(at, 4 + ICC.length);
    const marker = head[1] ?? 0;
    if (head[0] !== 0xff) return false;
    if (marker === EOI) return at + 2 === bytes.size;
    if (marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && !JPEG_APP.has(marker))) return false;
    if (marker === 0xe2 && head.toString('latin1', 4) !== ICC) return false;
    at += 2 + head.readUInt16BE(2);
    if (marker === SOS) at = await endOfScan(bytes, at);
  }
  return at + 2 === bytes.size && (await bytes.at(at, 2)).equals(Buffer.from([0xff, EOI]));
}

/** Where the next marker stands after the packed picture; restarts and stuffed bytes belong to it. */
async function endOfScan(bytes: FileBytes, from: number): Promise<number> {
  for (let at = from; at < bytes.size; ) {
    const piece = await bytes.at(at, PIECE);
    for (let i = piece.indexOf(0xff); i >= 0 && i + 1 < piece.length; i = piece.indexOf(0xff, i + 1)) {
      const next = piece[i + 1] ?? 0;
      if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at + i;
    }
    // The last byte may be the first half of a marker.
    at += Math.max(1, piece.length - 1);
  }
  return bytes.size;
}

interface Chunks {
  /** Bytes before the first one. */
  from: number;
  /** How the length, the name and what follows them are read. */
  next: (head: Buffer) => { name: string; length: number };
  allowed: ReadonlySet<string>;
}

const PNG: Chunks = {
  from: 8,
  next: (head) => ({ name: head.toString('latin1', 4, 8), length: 12 + head.readUInt32BE(0) }),
  allowed: new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'sRGB', 'gAMA', 'cHRM', 'iCCP', 'pHYs', 'sBIT', 'bKGD']),
};
const WEBP: Chunks = {
  from: 12,
  next: (head) => ({ name: head.toString('latin1', 0, 4), length: 8 + head.readUInt32LE(4) + (head.readUInt32LE(4) % 2) }),
  allowed: new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP']),
};
/** What is in `meta` a decoder tells: see where this is asked. */
const AVIF: Chunks = {
  from: 0,
  next: (head) => ({ name: head.toString('latin1', 4, 8), length: head.readUInt32BE(0) }),
  allowed: new Set(['ftyp', 'meta', 'mdat']),
};

/** Whether a file is such chunks to its very end, and no others. */
async function isOf({ from, next, allowed }: Chunks, bytes: FileBytes): Promise<boolean> {
  let at = from;
  while (at + 8 <= bytes.size) {
    const { name, length } = next(await bytes.at(at, 8));
    if (!allowed.has(name) || length < 8) return false;
    at += length;
  }
  return at === bytes.size;
}

export const isBarePng = (bytes: FileBytes): Promise<boolean> => isOf(PNG, bytes);
export const isBareWebp = (bytes: FileBytes): Promise<boolean> => isOf(WEBP, bytes);
export const isBareAvif = (bytes: FileBytes): Promise<boolean> => isOf(AVIF, bytes);
