import { open } from 'node:fs/promises';
import { audioType } from './audio-type.ts';
import type { Bytes } from './media-store/media-store.ts';
import { mp4Type } from './mp4-type.ts';

/** Enough to tell what a file is: the tracks of a WebM stand near its beginning. */
const HEAD = 8_192;

/** The first bytes of a file. */
export async function headOf(bytes: Bytes): Promise<Buffer> {
  if (!('path' in bytes)) return bytes.subarray(0, HEAD);
  const file = await open(bytes.path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The type of a media file by its own bytes, whatever its name says; null for what is not kept here. SVG is text that runs, and is none. */
export function mediaType(head: Buffer): string | null {
  const latin = (from: number, to: number): string => head.subarray(from, to).toString('latin1');
  if (head.subarray(0, 3).toString('hex') === 'ffd8ff') return 'image/jpeg';
  if (latin(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (latin(0, 4) === 'RIFF' && latin(8, 12) === 'WEBP') return 'image/webp';
  if (latin(4, 8) === 'ftyp') return /^avi[fs]$/.test(latin(8, 12)) ? 'image/avif' : /^(?:isom|iso[2-9]|mp4[12]|avc1|M4[AV] |dash)$/.test(latin(8, 12)) ? mp4Type(head) : null;
  const audio = audioType(head);
  if (audio) return audio;
  return head.subarray(0, 4).toString('hex') === '1a45dfa3' && head.includes('webm') && /V_(?:VP[89]|AV1)/.test(head.toString('latin1')) ? 'video/webm' : null;
}
