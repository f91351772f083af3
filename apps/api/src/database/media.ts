import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Clip } from '@seek-justice/domain/curriculum/clip.ts';
import type { Audience } from '@seek-justice/domain/curriculum/draft.ts';
import { Config } from '../config/options.ts';
import { audioType } from './audio-type.ts';
import { Database } from './database.ts';

/** A file as it is known: where it lies, and for whom it was published. */
export interface StoredMedia {
  path: string;
  type: Clip['type'];
  bytes: number;
  audiences: Audience[];
}

/** Larger than any part of a lesson that somebody reads aloud. */
const MOST_BYTES = 4_000_000;

/** Media files by hash: bytes on disk below the data directory, what is known of them in the database. */
@Injectable()
export class Media {
  readonly #config: Config;
  readonly #database: Database;

  constructor(config: Config, database: Database) {
    this.#config = config;
    this.#database = database;
  }

  /**
   * Keeps a file for an audience. The same bytes again change nothing.
   * @throws Error in words when it is no Opus audio, too large, or there is no place to keep it.
   */
  async put(name: string, bytes: Buffer, audience: Audience): Promise<Pick<Clip, 'media' | 'bytes' | 'type'>> {
    const type = audioType(bytes);
    if (!type) throw new Error(`${name} is no Opus audio in Ogg or WebM.`);
    if (bytes.length > MOST_BYTES) throw new Error(`${name} has ${bytes.length} bytes; a part may have ${MOST_BYTES}.`);
    const media = createHash('sha256').update(bytes).digest('hex');
    await this.#write(this.#pathOf(media), bytes);
    await this.#database.query('INSERT INTO media (hash, audience, type, bytes) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [media, audience, type, bytes.length]);
    return { media, bytes: bytes.length, type };
  }

  /** What is known of a file; null where there is none. */
  async find(hash: string): Promise<StoredMedia | null> {
    const rows = await this.#database.query<{ audience: Audience; type: Clip['type']; bytes: number }>('SELECT audience, type, bytes FROM media WHERE hash = $1', [hash]);
    const [row] = rows;
    return row ? { path: this.#pathOf(hash), type: row.type, bytes: row.bytes, audiences: rows.map(({ audience }) => audience) } : null;
  }

  #pathOf(hash: string): string {
    const { mediaDir } = this.#config.options;
    if (!mediaDir) throw new Error('There is no place for media files: start with a media directory.');
    return join(mediaDir, hash.slice(0, 2), hash);
  }

  /** On disk before the database knows of it, and never half of it. */
  async #write(path: string, bytes: Buffer): Promise<void> {
    const there = await stat(path).catch(() => null);
    if (there?.size === bytes.length) return;
    await mkdir(dirname(path), { recursive: true });
    const half = `${path}.${randomUUID()}`;
    const file = await open(half, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, path);
  }
}
