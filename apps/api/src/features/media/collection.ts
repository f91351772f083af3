import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Uploads } from '../../auth/uploads.ts';
import { Database } from '../../database/database.ts';
import { Media, MEDIA_LOCK } from '../../database/media.ts';
import { causeOf, Log } from '../../http/log.ts';

/** What nobody has taken up within this time is nobody's: an editor that is open over a weekend keeps its picture. */
const LEFT = '48 hours';
const DAY_MS = 86_400_000;
/** Files that are looked up in one statement. */
const BATCH = 200;

/**
 * Removes media that nothing names, and uploads that nobody ended. Several processes may do it at once, and anything may
 * be published, edited or sent meanwhile:
 * whatever begins to name a file marks it young in its own transaction (`Media.takeUp`), so a file is removed only where
 * the very row, looked at when all who held it are done, is still old; and whoever keeps a file takes turns with us by
 * its hash, so that our removing its bytes never meets their finding them there.
 */
@Injectable()
export class Collection implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #database: Database;
  readonly #media: Media;
  readonly #uploads: Uploads;
  readonly #log: Log;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(database: Database, media: Media, uploads: Uploads, log: Log) {
    this.#database = database;
    this.#media = media;
    this.#uploads = uploads;
    this.#log = log;
  }

  onApplicationBootstrap(): void {
    this.#run();
    this.#timer = setInterval(() => this.#run(), DAY_MS);
    this.#timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
  }

  #run(): void {
    // What cannot be removed today is said, and tried again tomorrow.
    this.#running = this.collect().catch((error: unknown) => this.#log.error({ event: 'media_collection', ...causeOf(error) }));
  }

  /** Removes what is nobody's. */
  async collect(): Promise<void> {
    await this.#uploads.sweep();
    const old = await this.#old();
    for (let at = 0; at < old.length; at += BATCH) for (const hash of await this.#unnamed(old.slice(at, at + BATCH))) await this.#remove(hash);
  }

  /** Files that only editors could have, old enough. */
  async #old(): Promise<string[]> {
    const rows = await this.#database.query<{ hash: string }>(
      `SELECT hash FROM media GROUP BY hash HAVING bool_and(audience = 'editors' AND course = '') AND max(at) < now() - interval '${LEFT}'`,
    );
    return rows.map(({ hash }) => hash);
  }

  /** Which of these are in no document, version, published node or present recording: each is looked up, nothing is read through. */
  #unnamed(hashes: readonly string[]): Promise<string[]> {
    return this.#database.transaction(async (client) => {
      // Whatever the planner knows of these tables just now: reading a history of years through takes longer than a statement may.
      await client.query('SET LOCAL enable_seqscan = off');
      const { rows } = await client.query<{ hash: string }>(
        `SELECT hash FROM unnest($1::text[]) AS old (hash)
         WHERE NOT EXISTS (SELECT FROM drafts WHERE media_named(body::text) @> ARRAY[old.hash])
         AND NOT EXISTS (SELECT FROM draft_versions WHERE media_named(body::text) @> ARRAY[old.hash])
         AND NOT EXISTS (SELECT FROM snapshots WHERE kind IN ('lesson', 'narration') AND media_named(body) @> ARRAY[old.hash])
         AND NOT EXISTS (
           SELECT FROM clips c WHERE c.media = old.hash AND NOT EXISTS (
             SELECT FROM clips later WHERE (later.draft, later.lang, later.key) = (c.draft, c.lang, c.key) AND (later.account IS NULL) = (c.account IS NULL) AND later.id > c.id
           )
         )`,
        [hashes],
      );
      return rows.map(({ hash }) => hash);
    });
  }

  async #remove(hash: string): Promise<void> {
    const client = await this.#database.pool.connect();
    try {
      await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [MEDIA_LOCK, hash]);
      const { rowCount } = await client.query(
        `DELETE FROM media m WHERE hash = $1 AND audience = 'editors' AND course = '' AND at < now() - interval '${LEFT}'
         AND NOT EXISTS (SELECT 1 FROM media other WHERE other.hash = $1 AND (other.audience <> 'editors' OR other.course <> ''))`,
        [hash],
      );
      // The row first: bytes that nobody knows of are a few megabytes, a row without bytes would be a hole in a lesson.
      if (rowCount === 1) await this.#media.store.remove(hash);
    } finally {
      // Ends the session with its lock.
      client.release(true);
    }
  }
}
