import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.ts';
import type { PublishedCourse } from '../../records/published.ts';
import type { Entry } from './entry.ts';
import type { Source } from './source.ts';

/** So that replicas do not make the same entries at the same time. */
const LOCK = 7_310_022;

/** Writes `search_entries`. What is published no more goes by a trigger, in the transaction that publishes: see its migration. */
@Injectable()
export class EntryStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What the entries of a course are made of. */
  async madeOf(course: string): Promise<Set<string>> {
    const rows = await this.#database.query<{ made_of: string }>('SELECT DISTINCT made_of FROM search_entries WHERE course = $1', [course]);
    return new Set(rows.map((row) => row.made_of));
  }

  async bodies(sources: readonly Source[]): Promise<Map<string, string>> {
    const rows = await this.#database.query<{ hash: string; body: string }>('SELECT hash, body FROM snapshots WHERE hash = ANY($1)', [sources.map(({ leaf }) => leaf)]);
    return new Map(rows.map(({ hash, body }) => [hash, body]));
  }

  /**
   * Puts entries in the place of those of the same leaves.
   * @returns false, and does nothing, where the course was published anew since `course` was read: its leaves may be recalled.
   */
  put({ hash, manifest }: PublishedCourse, made: readonly (Source & { entries: readonly Entry[] })[]): Promise<boolean> {
    const rows = made.flatMap(({ leaf, madeOf, entries }) => entries.map((one) => ({ ...one, leaf, made_of: madeOf })));
    return this.#database.transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      // Whoever publishes meanwhile waits for this row, and then sees the entries that they take away.
      const current = await client.query('SELECT FROM courses WHERE id = $1 AND hash = $2 FOR SHARE', [manifest.id, hash]);
      if (current.rowCount === 0) return false;
      await client.query('DELETE FROM search_entries WHERE course = $1 AND leaf = ANY($2)', [manifest.id, made.map(({ leaf }) => leaf)]);
      await client.query(
        `INSERT INTO search_entries (course, leaf, made_of, kind, step, block, lang, title, text, key, tokens)
         SELECT $1, leaf, made_of, kind, step, block, lang, title, text, key, tokens
         FROM jsonb_to_recordset($2::jsonb) AS given (leaf text, made_of text, kind text, step text, block text, lang text, title text, text text, key text, tokens int[])`,
        [manifest.id, JSON.stringify(rows)],
      );
      return true;
    });
  }

  /** Ends a number of puts. Searches are right without it, and fast after it. */
  async settle(): Promise<void> {
    await this.#database.query('SELECT settle_search_entries()');
  }
}
