import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Uploads } from '../../auth/uploads.ts';
import { Database } from '../../database/database.ts';
import { Media, MEDIA_LOCK } from '../../database/media.ts';
import { causeOf, Log } from '../../http/log.ts';

/** What nobody has taken up within this time is nobody's: an editor that is open over a weekend keeps its picture. */
const LEFT = '48 hours';
const DAY_MS = 86_400_000;

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
    for (const hash of await this.#unnamed()) await this.#remove(hash);
  }

  /** Files that only editors could have, old enough, and in no document, version, published node or present recording. */
  async #unnamed(): Promise<string[]> {
    const old = await this.#database.query<{ hash: string }>(
      `SELECT hash FROM media GROUP BY hash HAVING bool_and(audience = 'editors' AND course = '') AND max(at) < now() - interval '${LEFT}'`,
    );
    if (old.length === 0) return [];
    const rows = await this.#database.query<{ hash: string }>(
      `WITH texts AS (
         SELECT body::text AS body FROM drafts UNION ALL SELECT body::text FROM draft_versions UNION ALL SELECT body FROM snapshots WHERE kind IN ('lesson', 'narration')
       ), named AS (
         SELECT DISTINCT found[1] AS hash FROM texts, regexp_matches(body, '"(?:hash|media)": ?"([0-9a-f]{64})"', 'g') AS found
         UNION
         SELECT media FROM (SELECT DISTINCT ON (draft, lang, key, account IS NULL) media FROM clips ORDER BY draft, lang, key, account IS NULL, id DESC) current
       )
       SELECT hash FROM unnest($1::text[]) AS old (hash) WHERE NOT EXISTS (SELECT 1 FROM named WHERE named.hash = old.hash)`,
      [old.map(({ hash }) => hash)],
    );
    return rows.map(({ hash }) => hash);
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
