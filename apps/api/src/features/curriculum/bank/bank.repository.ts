import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { BankItem } from '@seek-justice/domain/curriculum/authoring/bank.ts';
import { Database } from '../../../database/database.ts';

type Asks = Pick<PoolClient, 'query'>;
type Aside = BankItem & { aside: string };
/** By quiz and item, joined by `/`. */
type Counts = Map<string, number>;

const COLUMNS = 'id AS aside, draft, item, source, bases';

/** Questions that were put aside, and where questions have been used. */
@Injectable()
export class BankRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** All that is put aside, the latest last. */
  aside(): Promise<Aside[]> {
    return this.#database.query<Aside>(`SELECT ${COLUMNS} FROM items_aside ORDER BY at, id`);
  }

  /** One of them, which nobody else takes until the transaction ends. */
  async lock(client: Asks, id: string): Promise<Aside | null> {
    const { rows } = await client.query<Aside>(`SELECT ${COLUMNS} FROM items_aside WHERE id = $1 FOR UPDATE`, [id]);
    return rows[0] ?? null;
  }

  async add(client: Asks, { draft, item, source, bases }: Omit<BankItem, 'aside'>, account: string): Promise<void> {
    await client.query('INSERT INTO items_aside (id, draft, item, source, bases, account) VALUES ($1, $2, $3, $4, $5, $6)', [
      randomUUID(),
      draft,
      JSON.stringify(item),
      source,
      JSON.stringify(bases),
      account,
    ]);
  }

  async remove(client: Asks, id: string): Promise<void> {
    await client.query('DELETE FROM items_aside WHERE id = $1', [id]);
  }

  /** How many published states of these quizzes hold an item. Each language has its own: that with the most counts. */
  async published(drafts: readonly string[]): Promise<Counts> {
    return this.#counts(
      `SELECT draft || '/' || item AS key, max(n)::int AS n FROM (
         SELECT leaf->>'id' AS draft, asked->>'id' AS item, leaf->>'lang' AS lang, count(DISTINCT hash) AS n
         FROM (SELECT hash, body::jsonb AS leaf FROM snapshots WHERE kind = 'quiz') leaves, jsonb_array_elements(leaf->'items') asked
         WHERE leaf->>'id' = ANY($1) GROUP BY 1, 2, 3) states GROUP BY 1`,
      drafts,
    );
  }

  /** How many wordings an item has had in the history of these quizzes. */
  async versions(drafts: readonly string[]): Promise<Counts> {
    return this.#counts(
      `SELECT v.draft || '/' || (asked->>'id') AS key, count(DISTINCT asked - 'form' - 'twin' - 'from')::int AS n
       FROM draft_versions v, jsonb_array_elements(v.body->'items') asked WHERE v.draft = ANY($1) GROUP BY 1`,
      drafts,
    );
  }

  async #counts(sql: string, drafts: readonly string[]): Promise<Counts> {
    const rows = await this.#database.query<{ key: string; n: number }>(sql, [drafts]);
    return new Map(rows.map(({ key, n }) => [key, n]));
  }
}
