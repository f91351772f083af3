import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { NarrationLeaf } from '@seek-justice/domain/curriculum/clip.ts';
import { type CourseManifest, nodesOf } from '@seek-justice/domain/curriculum/leaf.ts';
import type { Recordings } from '@seek-justice/domain/curriculum/narration.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { Database } from '../../../database/database.ts';
import { SourcesRepository, type StoredSource } from '../sources/sources.repository.ts';

export interface Publication {
  course: string;
  hash: string;
  kind: 'correction' | 'content' | 'recall';
  note: { words: LocalizedText; recalled: { lesson: string; leaves: string[] }[]; release: boolean };
  account: string;
  /** Version of each document that went in. */
  drafts: Record<string, number>;
  /** The sources of each lesson that went in. */
  sources: Record<string, readonly StoredSource[]>;
}

/** What staff have published, and what went in. */
@Injectable()
export class PublicationsRepository {
  readonly #database: Database;
  readonly #sources: SourcesRepository;

  constructor(database: Database, sources: SourcesRepository) {
    this.#database = database;
    this.#sources = sources;
  }

  async add(client: Pick<PoolClient, 'query'>, { course, hash, kind, note, account, drafts, sources }: Publication, documents: readonly (Document & { version: number })[]): Promise<void> {
    // A save beside the publish may have carried the version on that was read: what is published stays in the history.
    for (const { id, version, body, bases } of documents)
      await client.query(`INSERT INTO draft_versions (draft, version, body, bases, account, why) VALUES ($1, $2, $3, $4, $5, 'edit') ON CONFLICT DO NOTHING`, [
        id,
        version,
        JSON.stringify(body),
        JSON.stringify(bases),
        account,
      ]);
    await this.#sources.keepPublished(client, Object.values(sources).flat());
    const versions = Object.entries(sources).map(([draft, list]) => [draft, Object.fromEntries(list.map(({ id, version }) => [id, version]))]);
    await client.query('INSERT INTO publications (course, hash, kind, note, account, drafts, sources) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      course,
      hash,
      kind,
      JSON.stringify(note),
      account,
      JSON.stringify(drafts),
      JSON.stringify(Object.fromEntries(versions)),
    ]);
  }

  /** Each document as it was last published: by staff, else as it came with the program. */
  async lastPublished(): Promise<Map<string, Document & { version: number }>> {
    const rows = await this.#database.query<Document & { version: number }>(
      `SELECT DISTINCT ON (v.draft) v.draft AS id, d.kind, v.version, v.body, v.bases
       FROM draft_versions v JOIN drafts d ON d.id = v.draft
       LEFT JOIN LATERAL (SELECT true AS staff FROM publications p WHERE (p.drafts->>v.draft)::int = v.version LIMIT 1) published ON true
       WHERE v.why = 'seed' OR published.staff
       ORDER BY v.draft, published.staff NULLS LAST, v.version DESC`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The recordings of a course as readers hear them, whatever was recorded since. */
  async recordings(manifest: CourseManifest): Promise<Recordings> {
    const rows = await this.#database.query<{ body: string }>(`SELECT body FROM snapshots WHERE kind = 'narration' AND hash = ANY($1)`, [nodesOf(manifest)]);
    const leaves = rows.map(({ body }) => JSON.parse(body) as NarrationLeaf);
    const found = new Map(leaves.map(({ of, lang, parts }) => [`${of} ${lang}`, parts]));
    return (of, lang) => found.get(`${of} ${lang}`);
  }

  /** Hashes of every text of a lesson and every narration of it that was ever published, in every language. */
  async leavesOf(course: string, lesson: string): Promise<string[]> {
    const rows = await this.#database.query<{ hash: string }>(
      `SELECT hash FROM snapshots WHERE kind IN ('lesson', 'narration') AND course = $1 AND $2 IN ((body::jsonb)->>'id', (body::jsonb)->>'of') ORDER BY hash`,
      [course, lesson],
    );
    return rows.map(({ hash }) => hash);
  }
}
