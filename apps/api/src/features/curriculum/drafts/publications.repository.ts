import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { Database } from '../../../database/database.ts';

export interface Publication {
  course: string;
  hash: string;
  kind: 'correction' | 'content' | 'recall';
  note: { words: LocalizedText; recalled: { lesson: string; leaves: string[] }[]; release: boolean };
  account: string;
  /** Version of each document that went in. */
  drafts: Record<string, number>;
}

/** What staff have published, and what went in. */
@Injectable()
export class PublicationsRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(client: Pick<PoolClient, 'query'>, { course, hash, kind, note, account, drafts }: Publication): Promise<void> {
    await client.query('INSERT INTO publications (course, hash, kind, note, account, drafts) VALUES ($1, $2, $3, $4, $5, $6)', [
      course,
      hash,
      kind,
      JSON.stringify(note),
      account,
      JSON.stringify(drafts),
    ]);
  }

  /** Each document as it was last published: by staff, else as it came with the program. */
  async lastPublished(): Promise<Map<string, Document>> {
    const rows = await this.#database.query<Document>(
      `SELECT DISTINCT ON (v.draft) v.draft AS id, d.kind, v.body, v.bases
       FROM draft_versions v JOIN drafts d ON d.id = v.draft
       WHERE v.why = 'seed' OR EXISTS (SELECT 1 FROM publications p WHERE (p.drafts->>v.draft)::int = v.version)
       ORDER BY v.draft, v.version DESC`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Hashes of every text of a lesson that was ever published, in every language. */
  async leavesOf(course: string, lesson: string): Promise<string[]> {
    const rows = await this.#database.query<{ hash: string }>(
      `SELECT hash FROM snapshots WHERE kind = 'lesson' AND course = $1 AND (body::jsonb)->>'id' = $2 ORDER BY hash`,
      [course, lesson],
    );
    return rows.map(({ hash }) => hash);
  }
}
