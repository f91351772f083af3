import { type FileBytes, PIECE } from './file-bytes.ts';

interface Chunks {
  /** Bytes before the first one. */
  from: number;
  /** How the length, the name and what follows them are read. */
  next: (head: Buffer) => { name: string; length: number };
  /** Each once. */
  allowed: ReadonlySet<string>;
  /** The one of which there may be many. */
  many?: string;
  /** The one that is empty and ends it. */
  last?: string;
}

const PNG_CHUNK = 12;
const PNG: Chunks = {
  from: 8,
  next: (head) => ({ name: head.toString('latin1', 4, 8), length: PNG_CHUNK + head.readUInt32BE(0) }),
  allowed: new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'sRGB', 'gAMA', 'cHRM', 'pHYs', 'sBIT', 'bKGD']),
  many: 'IDAT',
  last: 'IEND',
};
const WEBP: Chunks = {
  from: 12,
  next: (head) => ({ name: head.toString('latin1', 0, 4), length: 8 + head.readUInt32LE(4) + (head.readUInt32LE(4) % 2) }),
  allowed: new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH']),
};
const AVIF: Chunks = {
  from: 0,
  next: (head) => ({ name: head.toString('latin1', 4, 8), length: head.readUInt32BE(0) }),
  allowed: new Set(['ftyp', 'meta', 'mdat']),
};
/** What an AVIF calls parts that are no picture, padding and profiles. */
const NO_PICTURE = /Exif|mime|uri |xml |free|skip|prof|rICC/;

/** Whether a file is such chunks to its very end, and no others. */
async function isOf({ from, next, allowed, many, last }: Chunks, bytes: FileBytes): Promise<boolean> {
  const seen = new Set<string>();
  let at = from;
  while (at + 8 <= bytes.size) {
    const { name, length } = next(await bytes.at(at, 8));
    if (!allowed.has(name) || (seen.has(name) && name !== many) || length < 8) return false;
    seen.add(name);
    at += length;
    if (name === last) return length === PNG_CHUNK && at === bytes.size;
  }
  return at === bytes.size && last === undefined;
}

export const isBarePng = (bytes: FileBytes): Promise<boolean> => isOf(PNG, bytes);
export const isBareWebp = (bytes: FileBytes): Promise<boolean> => isOf(WEBP, bytes);

export async function isBareAvif(bytes: FileBytes): Promise<boolean> {
  if (!(await isOf(AVIF, bytes))) return false;
  const begin = (await bytes.at(0, 4)).readUInt32BE(0);
  const head = await bytes.at(begin, 8);
  const length = head.length < 8 ? 0 : head.readUInt32BE(0);
  // Its index stands right behind what kind of file it is, and is short.
  return head.toString('latin1', 4, 8) === 'meta' && length <= PIECE && !NO_PICTURE.test((await bytes.at(begin, length)).toString('latin1'));
}
