import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.ts';
import type { Entry } from './entry.ts';
import type { Source } from './source.ts';

/** So that replicas do not make the same entries at the same time. */
const LOCK = 7_310_022;

export type StoredEntry = Omit<Entry, 'key' | 'tokens'>;

/** One way to spell a query: all keys must stand in an entry, and it must have all tokens. */
export interface Wanted {
  keys: readonly string[];
  tokens: readonly number[];
}

/** The index: plain SQL over `search_entries`. */
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

  /** Puts entries in the place of those that were made of the same. */
  async put(course: string, made: readonly (Source & { entries: readonly Entry[] })[]): Promise<void> {
    const rows = made.flatMap(({ madeOf, entries }) => entries.map((one) => ({ ...one, made_of: madeOf })));
    await this.#database.transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      await client.query('DELETE FROM search_entries WHERE course = $1 AND made_of = ANY($2)', [course, made.map(({ madeOf }) => madeOf)]);
      await client.query(
        `INSERT INTO search_entries (course, made_of, kind, step, block, lang, title, text, key, tokens)
         SELECT $1, made_of, kind, step, block, lang, title, text, key, tokens
         FROM jsonb_to_recordset($2::jsonb) AS given (made_of text, kind text, step text, block text, lang text, title text, text text, key text, tokens int[])`,
        [course, JSON.stringify(rows)],
      );
    });
  }

  /** Removes what is not made of these any more. */
  async keep(course: string, madeOf: readonly string[]): Promise<void> {
    await this.#database.query('DELETE FROM search_entries WHERE course = $1 AND NOT (made_of = ANY($2))', [course, madeOf]);
  }

  /** Removes entries of courses that are published no more. */
  async keepCourses(courses: readonly string[]): Promise<void> {
    await this.#database.query('DELETE FROM search_entries WHERE NOT (course = ANY($1))', [courses]);
  }

  /** Entries of these courses that have one of what is wanted, this language first, then as they were published. */
  find(courses: readonly string[], wanted: readonly Wanted[], lang: string, most: number): Promise<StoredEntry[]> {
    const values: unknown[] = [courses, lang, most];
    const conditions = wanted.map(({ keys, tokens }) => {
      values.push(tokens, keys.map((key) => `%${key.replace(/[\\%_]/g, '\\$&')}%`));
      return `(tokens @> $${values.length - 1}::int[] AND key LIKE ALL($${values.length}::text[]))`;
    });
    // The inner limit ends the work early where nearly everything fits.
    return this.#database.query<StoredEntry>(
      `SELECT kind, step, block, lang, title, text FROM (
         SELECT id, kind, step, block, lang, title, text FROM search_entries
         WHERE course = ANY($1) AND (${conditions.join(' OR ')}) LIMIT $3
       ) AS found ORDER BY (lang = $2) DESC, id`,
      values,
    );
  }
}
