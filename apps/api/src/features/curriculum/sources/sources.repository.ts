import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Source } from '@seek-justice/domain/curriculum/draft.ts';
import { Database } from '../../../database/database.ts';

type Asks = Pick<PoolClient, 'query'>;

/** Why a version was written. `kept`: it stood here before there was a history. */
export type SourceWhy = 'seed' | 'kept' | 'begun' | 'edit' | 'restored' | 'imported';

/** A source as it stands, with the version that whoever changes it must have seen. */
export interface StoredSource {
  id: string;
  version: number;
  data: Source;
}

/** One version in the history of a source; `by` null: nobody here. */
export interface SourceVersion {
  version: number;
  at: string;
  by: string | null;
  why: SourceWhy;
  data: Source;
}

/** More of it than anybody reads on a screen stays in the table. */
const LONGEST_HISTORY = 100;

/** Sources and every version of them. */
@Injectable()
export class SourcesRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** All of them in their order. */
  async all(client: Asks = this.#database.pool): Promise<StoredSource[]> {
    const { rows } = await client.query<StoredSource>('SELECT id, version, data FROM sources ORDER BY position, id');
    return rows;
  }

  /** Adds a source after the others, as the staff's own; one that is there stays as it is. */
  async add(client: Asks, source: Source, account: string, why: 'begun' | 'imported'): Promise<void> {
    const { rowCount } = await client.query(
      'INSERT INTO sources (id, position, data, seeded) SELECT $1, coalesce(max(position), 0) + 1, $2::jsonb, false FROM sources ON CONFLICT DO NOTHING',
      [source.id, JSON.stringify(source)],
    );
    if (rowCount === 1) await keep(client, [source.id], account, why);
  }

  /**
   * Changes the version that was seen, and no other. From then on it is the staff's: no later release writes over it.
   * What stands there already is no change.
   */
  async change(client: Asks, source: Source, seen: number, account: string, why: 'edit' | 'restored'): Promise<void> {
    await keepUnknown(client, source.id);
    const { rowCount } = await client.query('UPDATE sources SET data = $3::jsonb, version = version + 1, seeded = false WHERE id = $1 AND version = $2 AND data <> $3::jsonb', [
      source.id,
      seen,
      JSON.stringify(source),
    ]);
    if (rowCount === 1) await keep(client, [source.id], account, why);
  }

  /** Adds the sources of the program, and renews those that staff have not touched. */
  async seed(client: Asks, sources: readonly Source[]): Promise<void> {
    await keepUnknown(client, null);
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO sources (id, position, data)
       SELECT data->>'id', position, data FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given (data, position)
       ON CONFLICT (id) DO UPDATE SET position = excluded.position, data = excluded.data, version = sources.version + (sources.data <> excluded.data)::int
       WHERE sources.seeded AND (sources.position, sources.data) IS DISTINCT FROM (excluded.position, excluded.data)
       RETURNING id`,
      [JSON.stringify(sources)],
    );
    await keep(client, rows.map(({ id }) => id), null, 'seed');
  }

  /** The history of a source, newest first. */
  versions(id: string): Promise<SourceVersion[]> {
    return this.#database.query<SourceVersion>(
      `SELECT v.version, to_char(v.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, p.name AS by, v.why, v.data
       FROM source_versions v LEFT JOIN accounts a ON a.id = v.account LEFT JOIN people p ON p.id = a.person_id
       WHERE v.source = $1 ORDER BY v.version DESC LIMIT ${LONGEST_HISTORY}`,
      [id],
    );
  }

  async version(id: string, version: number): Promise<Source | null> {
    const [row] = await this.#database.query<{ data: Source }>('SELECT data FROM source_versions WHERE source = $1 AND version = $2', [id, version]);
    return row?.data ?? null;
  }

  /** Remembers what is published, in the transaction that publishes it: a change beside it may have carried the version on. */
  async keepPublished(client: Asks, sources: readonly StoredSource[]): Promise<void> {
    await client.query(
      `INSERT INTO source_versions (source, version, data, why) SELECT id, version, data, 'kept' FROM jsonb_to_recordset($1::jsonb) AS one (id text, version int, data jsonb) ON CONFLICT DO NOTHING`,
      [JSON.stringify(sources)],
    );
  }

  /** The sources that readers of a lesson have: as they last went out with it, else as the program brought them. */
  async asPublished(): Promise<(lesson: string) => readonly StoredSource[]> {
    const [seeded, rows] = await Promise.all([
      this.#database.query<StoredSource>(`SELECT DISTINCT ON (source) source AS id, version, data FROM source_versions WHERE why = 'seed' ORDER BY source, version DESC`),
      this.#database.query<{ draft: string; sources: StoredSource[] }>(
        `SELECT went.draft, coalesce(jsonb_agg(jsonb_build_object('id', v.source, 'version', v.version, 'data', v.data)) FILTER (WHERE v.source IS NOT NULL), '[]') AS sources
         FROM (SELECT DISTINCT ON (draft) draft, versions FROM publications, jsonb_each(sources) AS one (draft, versions) ORDER BY draft, id DESC) went
         LEFT JOIN jsonb_each_text(went.versions) AS named (source, version) ON true
         LEFT JOIN source_versions v ON v.source = named.source AND v.version = named.version::int
         GROUP BY went.draft`,
      ),
    ]);
    const published = new Map(rows.map(({ draft, sources }) => [draft, sources]));
    return (lesson) => published.get(lesson) ?? seeded;
  }
}

/** Puts present versions into the history that a replica of an older release has written without it; of one source, or of all. */
async function keepUnknown(client: Asks, id: string | null): Promise<void> {
  await client.query(
    `INSERT INTO source_versions (source, version, data, why) SELECT id, version, data, CASE WHEN seeded THEN 'seed' ELSE 'kept' END FROM sources WHERE $1::text IS NULL OR id = $1 ON CONFLICT DO NOTHING`,
    [id],
  );
}

/** Puts the present versions of sources into the history, those that are not there. */
async function keep(client: Asks, ids: readonly string[], account: string | null, why: SourceWhy): Promise<void> {
  await client.query('INSERT INTO source_versions (source, version, data, account, why) SELECT id, version, data, $2, $3 FROM sources WHERE id = ANY($1) ON CONFLICT DO NOTHING', [ids, account, why]);
}
