import type { Readable } from 'node:stream';

/** Bytes in memory, or a file that they lie in. */
export type Bytes = Buffer | { path: string };

/** An inclusive range of bytes. */
export interface ByteRange {
  from: number;
  to: number;
}

/** Where the bytes of media files lie, by their hash. What is known of them stands in the database. */
export interface MediaStore {
  /** How many bytes lie under a hash; null for none. */
  size(hash: string): Promise<number | null>;
  /** Puts a file there: all of it, or nothing. Its bytes must have this hash. */
  write(hash: string, bytes: Bytes): Promise<void>;
  /** The file, or a range of it; null where there is none. */
  open(hash: string, range?: ByteRange): Promise<Readable | null>;
  /** Takes a file away; one that is not there changes nothing. */
  remove(hash: string): Promise<void>;
}

/** The same name on disk and in a bucket: one can be copied into the other. */
export function nameOf(hash: string): string {
  return `${hash.slice(0, 2)}/${hash}`;
}
