import { brotliCompressSync, constants } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { Audience } from '@seek-justice/domain/curriculum/draft.ts';
import { Database } from '../../database/database.ts';
import { Listener } from '../../database/listener.ts';
import { PUBLISHED_CHANNEL } from '../../records/published.ts';

/** A node as it is sent: its text, and the same compressed once. */
export interface Node {
  audience: Audience;
  text: Buffer;
  brotli: Buffer;
}

const CACHE_LIMIT = 2_000;

/** Published nodes by hash. They never change, so what was read once is kept. */
@Injectable()
export class Snapshots {
  readonly #database: Database;
  readonly #cache = new Map<string, Node>();

  constructor(database: Database, listener: Listener) {
    this.#database = database;
    // What a node says never changes; for whom it was published may.
    listener.on(PUBLISHED_CHANNEL, () => this.#cache.clear());
  }

  async find(hash: string): Promise<Node | null> {
    const known = this.#cache.get(hash);
    if (known) return known;
    const [row] = await this.#database.query<{ audience: Audience; body: string }>('SELECT audience, body FROM snapshots WHERE hash = $1', [hash]);
    if (!row) return null;
    const text = Buffer.from(row.body);
    const node = { audience: row.audience, text, brotli: brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) };
    if (this.#cache.size >= CACHE_LIMIT) this.#cache.clear();
    this.#cache.set(hash, node);
    return node;
  }
}
