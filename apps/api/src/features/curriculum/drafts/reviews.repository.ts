import { Injectable } from '@nestjs/common';
import type { SignOff } from '@seek-justice/domain/curriculum/authoring/review.ts';
import { newId } from '@seek-justice/domain/kernel/ids.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { Database } from '../../../database/database.ts';

export interface StoredSignOff extends SignOff {
  by: string;
  on: string;
  /** Given in another office; `by` brought it. */
  brought: boolean;
}

export interface StoredComment {
  id: string;
  thing: string;
  by: string;
  at: string;
  text: string;
  settled: boolean;
}

/** Signatures and comments. */
@Injectable()
export class ReviewsRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Signatures that were not withdrawn, newest first. */
  signOffs(draft: string): Promise<StoredSignOff[]> {
    return this.#database.query<StoredSignOff>(
      `SELECT s.thing, s.competence, s.content, s.review_by::text AS "reviewBy", s.sources, p.name AS by, s.brought, (s.at AT TIME ZONE '${SITE.timeZone}')::date::text AS on
       FROM sign_offs s JOIN accounts a ON a.id = s.account JOIN people p ON p.id = a.person_id
       WHERE s.draft = $1 AND s.withdrawn_at IS NULL ORDER BY s.at DESC`,
      [draft],
    );
  }

  /** The same of all documents, without names. */
  async allSignOffs(): Promise<Map<string, SignOff[]>> {
    const rows = await this.#database.query<SignOff & { draft: string }>(
      `SELECT draft, thing, competence, content, review_by::text AS "reviewBy", sources FROM sign_offs WHERE withdrawn_at IS NULL`,
    );
    return Map.groupBy(rows, ({ draft }) => draft);
  }

  async sign(draft: string, account: string, signed: readonly SignOff[]): Promise<void> {
    await this.#database.query(
      `INSERT INTO sign_offs (id, draft, thing, competence, content, account, review_by, sources)
       SELECT one.id, $1, one.thing, one.competence, one.content, $2, one."reviewBy", one.sources
       FROM jsonb_to_recordset($3::jsonb) AS one (id uuid, thing text, competence text, content text, "reviewBy" date, sources jsonb)`,
      [draft, account, JSON.stringify(signed.map((one) => ({ id: newId(), ...one })))],
    );
  }

  async withdraw(draft: string, things: readonly string[], competence: string): Promise<void> {
    await this.#database.query('UPDATE sign_offs SET withdrawn_at = now() WHERE draft = $1 AND thing = ANY($2) AND competence = $3 AND withdrawn_at IS NULL', [draft, things, competence]);
  }

  /** What an account may answer for. */
  async competencesOf(account: string): Promise<string[]> {
    const rows = await this.#database.query<{ competence: string }>('SELECT competence FROM account_competences WHERE account_id = $1 ORDER BY competence', [account]);
    return rows.map(({ competence }) => competence);
  }

  comments(draft: string): Promise<StoredComment[]> {
    return this.#database.query<StoredComment>(
      `SELECT c.id, c.thing, p.name AS by, to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, c.text, c.settled_at IS NOT NULL AS settled
       FROM draft_comments c JOIN accounts a ON a.id = c.account JOIN people p ON p.id = a.person_id
       WHERE c.draft = $1 ORDER BY c.at`,
      [draft],
    );
  }

  async comment(draft: string, account: string, { id, thing, text }: { id: string; thing: string; text: string }): Promise<void> {
    await this.#database.query('INSERT INTO draft_comments (id, draft, thing, account, text) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [
      id,
      draft,
      thing,
      account,
      text.normalize('NFC'),
    ]);
  }

  async settle(draft: string, comment: string, settled: boolean): Promise<void> {
    await this.#database.query('UPDATE draft_comments SET settled_at = CASE WHEN $3 THEN coalesce(settled_at, now()) END WHERE draft = $1 AND id = $2', [draft, comment, settled]);
  }

  /** A text that is another one as soon as anything else is said of a document: a comment, one settled or opened again, a signature given or withdrawn. */
  async mark(draft: string): Promise<string> {
    const [row] = await this.#database.query<{ mark: string }>(
      `SELECT md5(coalesce((SELECT string_agg(id::text || (settled_at IS NULL), ',' ORDER BY id) FROM draft_comments WHERE draft = $1), '') || ' '
         || (SELECT count(*) || ' ' || count(withdrawn_at) FROM sign_offs WHERE draft = $1)) AS mark`,
      [draft],
    );
    return row?.mark ?? '';
  }

  /** How many comments are open, by document. */
  async openComments(): Promise<Map<string, number>> {
    const rows = await this.#database.query<{ draft: string; n: number }>('SELECT draft, count(*)::int AS n FROM draft_comments WHERE settled_at IS NULL GROUP BY draft');
    return new Map(rows.map(({ draft, n }) => [draft, n]));
  }
}
