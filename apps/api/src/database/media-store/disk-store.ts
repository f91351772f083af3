import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type ByteRange, type Bytes, type MediaStore, nameOf } from './media-store.ts';

/** Media files in a folder: on this machine, or on a volume that several share. */
export class DiskStore implements MediaStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async size(hash: string): Promise<number | null> {
    return (await unlessMissing(stat(this.#pathOf(hash))))?.size ?? null;
  }

  async write(hash: string, bytes: Bytes): Promise<void> {
    const path = this.#pathOf(hash);
    await mkdir(dirname(path), { recursive: true });
    const half = `${path}.${randomUUID()}`;
    try {
      if ('path' in bytes) await copyFile(bytes.path, half);
      const file = await open(half, 'path' in bytes ? 'r+' : 'wx');
      try {
        if (!('path' in bytes)) await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, path);
    } catch (error) {
      await rm(half, { force: true });
      throw error;
    }
  }

  async open(hash: string, range?: ByteRange): Promise<Readable | null> {
    const file = await unlessMissing(open(this.#pathOf(hash)));
    return file?.createReadStream(range ? { start: range.from, end: range.to } : {}) ?? null;
  }

  async remove(hash: string): Promise<void> {
    await rm(this.#pathOf(hash), { force: true });
  }

  #pathOf(hash: string): string {
    return join(this.#folder, nameOf(hash));
  }
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
}
