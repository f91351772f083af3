import { Injectable } from '@nestjs/common';
import type { Term } from '@seek-justice/domain/curriculum/glossary.ts';
import { Database } from '../../../database/database.ts';

/** A word of the glossary with its version and who changed it last; null: it came with the program. */
export interface StoredTerm extends Term {
  version: number;
  at: string;
  by: string | null;
}

/** The words that mean one thing everywhere. */
@Injectable()
export class GlossaryRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  all(): Promise<StoredTerm[]> {
    return this.#database.query<StoredTerm>(
      `SELECT g.id, g.version, g.words, g.also, g.note, to_char(g.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, p.name AS by
       FROM glossary_terms g LEFT JOIN accounts a ON a.id = g.account LEFT JOIN people p ON p.id = a.person_id
       WHERE g.removed_at IS NULL ORDER BY lower(g.words->>'en'), g.id`,
    );
  }

  /** Takes in what comes with the program: what is new, and what is better of what staff have not touched. */
  async seed(terms: readonly Term[]): Promise<void> {
    await this.#database.query(
      `INSERT INTO glossary_terms AS g (id, version, words, also, note)
       SELECT data->>'id', 1, data->'words', data->'also', data->'note' FROM jsonb_array_elements($1::jsonb) data ORDER BY 1
       ON CONFLICT (id) DO UPDATE SET version = g.version + 1, words = excluded.words, also = excluded.also, note = excluded.note, at = now()
       WHERE g.account IS NULL AND (g.words, g.also, g.note) IS DISTINCT FROM (excluded.words, excluded.also, excluded.note)`,
      [JSON.stringify(terms)],
    );
  }

  /**
   * Adds a word (`version` 0) or changes the one of that version. One that stands there already as it is wanted is left
   * alone. @returns false when somebody else has changed it.
   */
  async write({ id, words, also, note, version }: Omit<StoredTerm, 'at' | 'by'>, account: string): Promise<boolean> {
    const values = [id, JSON.stringify(words), JSON.stringify(also), JSON.stringify(note), account, version];
    const done = await this.#database.query(
      `INSERT INTO glossary_terms AS g (id, version, words, also, note, account) SELECT $1, 1, $2::jsonb, $3::jsonb, $4::jsonb, $5::uuid
       ON CONFLICT (id) DO UPDATE SET version = g.version + 1, words = excluded.words, also = excluded.also, note = excluded.note, account = excluded.account, at = now(), removed_at = NULL
       WHERE g.version = $6::int RETURNING id`,
      values,
    );
    if (done.length > 0) return true;
    const [there] = await this.#database.query(
      'SELECT id FROM glossary_terms WHERE id = $1 AND removed_at IS NULL AND words = $2::jsonb AND also = $3::jsonb AND note = $4::jsonb',
      values.slice(0, 4),
    );
    return there !== undefined;
  }

  async remove(id: string, account: string): Promise<void> {
    await this.#database.query('UPDATE glossary_terms SET removed_at = now(), account = $2, version = version + 1 WHERE id = $1 AND removed_at IS NULL', [id, account]);
  }
}
