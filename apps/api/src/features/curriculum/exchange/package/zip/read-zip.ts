import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** A file in a zip file, as the list at its end has it. */
export interface ZipEntry {
  /** As it is written there: nothing is known of where it leads. */
  path: string;
  /** Unpacked, as the list says. */
  bytes: number;
  packed: number;
  deflated: boolean;
  /** Where its own head begins. */
  at: number;
}

/** Why something is no zip file that is read here. */
export class NoZip extends Error {}

const END = 0x06054b50;
const END_BYTES = 22;
const LISTED = 0x02014b50;
const LISTED_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const MOST_COMMENT = 0xffff;
/** Of one line of the list: a name and what else is told of a file. */
const MOST_LINE = 512;
const ENCRYPTED = 1;
const [STORED, DEFLATED] = [0, 8];

/**
 * The list of a zip file, from its end. Nothing is unpacked, and no more of it is read than a list of so many files has.
 * Neither several disks nor 4 GB are known here.
 * @throws NoZip. @returns null for more files than `most`.
 */
export async function listZip(path: string, most: number): Promise<ZipEntry[] | null> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { count, from, length } = endOf(await part(file, Math.max(0, size - END_BYTES - MOST_COMMENT), size), size);
    if (count > most) return null;
    if (length > count * MOST_LINE) throw new NoZip();
    return entriesOf(await part(file, from, from + length), count, from);
  } finally {
    await file.close();
  }
}

/** The bytes of a file in a zip file, as they come; more than the list says of it are an error of `NoZip`. */
export async function openEntry(zip: string, { at, packed, deflated, bytes }: ZipEntry): Promise<AsyncIterable<Buffer>> {
  // Nothing is packed into nothing but nothing.
  if (packed === 0 && bytes !== 0) throw new NoZip();
  const file = await open(zip);
  let begin: number;
  try {
    const head = await part(file, at, at + LOCAL_BYTES);
    if (head.readUInt32LE(0) !== LOCAL) throw new NoZip();
    // Its own head may tell other things of it than the list: only how long that head is counts.
    begin = at + LOCAL_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28);
  } finally {
    await file.close();
  }
  return packed === 0 ? counted([], bytes) : counted(inflated(createReadStream(zip, { start: begin, end: begin + packed - 1 }), deflated), bytes);
}

function inflated(packed: Readable, deflated: boolean): Readable {
  if (!deflated) return packed;
  const unpacked = createInflateRaw();
  packed.on('error', (error) => unpacked.destroy(error));
  unpacked.on('close', () => packed.destroy());
  return packed.pipe(unpacked);
}

async function* counted(pieces: AsyncIterable<Buffer> | Iterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > most) throw new NoZip();
    yield piece;
  }
}

function endOf(tail: Buffer, size: number): { count: number; from: number; length: number } {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END || at + END_BYTES + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const [count, length, from] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    // On one disk, and right before this end.
    if (tail.readUInt32LE(at + 4) !== 0 || tail.readUInt16LE(at + 8) !== count || from + length !== size - (tail.length - at)) throw new NoZip();
    return { count, from, length };
  }
  throw new NoZip();
}

function entriesOf(list: Buffer, count: number, end: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let left = count; left > 0; left -= 1) {
    if (at + LISTED_BYTES > list.length || list.readUInt32LE(at) !== LISTED) throw new NoZip();
    const [flags, method, packed, bytes] = [list.readUInt16LE(at + 8), list.readUInt16LE(at + 10), list.readUInt32LE(at + 20), list.readUInt32LE(at + 24)];
    const [name, extra, comment] = [list.readUInt16LE(at + 28), list.readUInt16LE(at + 30), list.readUInt16LE(at + 32)];
    const entry: ZipEntry = { path: list.toString('latin1', at + LISTED_BYTES, at + LISTED_BYTES + name), bytes, packed, deflated: method === DEFLATED, at: list.readUInt32LE(at + 42) };
    const known = method === DEFLATED || (method === STORED && packed === bytes);
    if (!known || flags & ENCRYPTED || entry.at + LOCAL_BYTES + packed > end) throw new NoZip();
    entries.push(entry);
    at += LISTED_BYTES + name + extra + comment;
  }
  if (at !== list.length) throw new NoZip();
  return entries;
}

/** A part of a file, all of it. */
async function part(file: FileHandle, from: number, to: number): Promise<Buffer> {
  if (to < from) throw new NoZip();
  const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
  if (bytesRead !== to - from) throw new NoZip();
  return buffer;
}
