import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { Audience } from '@seek-justice/domain/curriculum/draft.ts';
import { Database } from '../../database/database.ts';
import { Listener } from '../../database/listener.ts';
import { PUBLISHED_CHANNEL } from '../../records/published.ts';

/** A page as it is sent. */
export interface Page {
  audience: Audience;
  text: Buffer;
  brotli: Buffer;
  etag: string;
}

/** Pages made at publish, kept compressed in memory: serving one is a look-up. */
@Injectable()
export class Pages {
  readonly #database: Database;
  readonly #cache = new Map<string, Page | null>();

  constructor(database: Database, listener: Listener) {
    this.#database = database;
    listener.on(PUBLISHED_CHANNEL, () => this.#cache.clear());
  }

  /** Lets what was read be read again. */
  forget(): void {
    this.#cache.clear();
  }

  async find(path: string, lang: string): Promise<Page | null> {
    const key = `${lang} ${path}`;
    const known = this.#cache.get(key);
    if (known) return known;
    const [row] = await this.#database.query<{ audience: Audience; html: Buffer }>('SELECT audience, html FROM pages WHERE path = $1 AND lang = $2', [path, lang]);
    if (!row) return null;
    const page = {
      audience: row.audience,
      text: row.html,
      brotli: brotliCompressSync(row.html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: row.html.length } }),
      etag: `"${createHash('sha256').update(row.html).digest('base64url').slice(0, 22)}"`,
    };
    this.#cache.set(key, page);
    return page;
  }
}
