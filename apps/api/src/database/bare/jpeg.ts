import type { FileBytes } from './file-bytes.ts';

const SOI = 0xffd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
/** What a decoder needs: frames, tables, restarts, scans. */
const NEEDED: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, SOS, 0xdb, 0xdd]);
/** How large a dot is, and a small picture of none: no other thumbnail, which may show what was cut away. */
const JFIF_LENGTH = 16;
/** Read at once where the packed picture is gone through. */
const STRETCH = 4_096;

/** Whether a JPEG holds nothing but its picture: no comments, no segments of cameras and programs, nothing behind its end. */
export async function isBareJpeg(bytes: FileBytes): Promise<boolean> {
  if ((await bytes.at(0, 2)).readUInt16BE(0) !== SOI) return false;
  let at = 2;
  while (at + 4 <= bytes.size) {
    const head = await bytes.at(at, 2 + JFIF_LENGTH);
    const marker = head[1] ?? 0;
    if (head[0] !== 0xff) return false;
    if (marker === EOI) return false;
    if (marker === APP0 ? !isJfif(head) : !NEEDED.has(marker)) return false;
    at += 2 + head.readUInt16BE(2);
    if (marker === SOS) at = await endOfScan(bytes, at);
  }
  return at + 2 === bytes.size && (await bytes.at(at, 2)).equals(Buffer.from([0xff, EOI]));
}

function isJfif(head: Buffer): boolean {
  return head.length === 2 + JFIF_LENGTH && head.readUInt16BE(2) === JFIF_LENGTH && head.toString('latin1', 4, 9) === 'JFIF\0' && head.readUInt16BE(JFIF_LENGTH) === 0;
}

/** Where the next marker stands after the packed picture; restarts and stuffed bytes belong to it. */
async function endOfScan(bytes: FileBytes, from: number): Promise<number> {
  for (let at = from; at < bytes.size; ) {
    const piece = await bytes.at(at, STRETCH);
    for (let i = piece.indexOf(0xff); i >= 0 && i + 1 < piece.length; i = piece.indexOf(0xff, i + 1)) {
      const next = piece[i + 1] ?? 0;
      if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at + i;
    }
    // The last byte may be the first half of a marker.
    at += Math.max(1, piece.length - 1);
  }
  return bytes.size;
}
