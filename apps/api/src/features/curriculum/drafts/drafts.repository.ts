import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { LessonBody } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { mediaIn } from '@seek-justice/domain/curriculum/media.ts';
import { Database } from '../../../database/database.ts';
import { Media } from '../../../database/media.ts';

/** A document as it is stored. */
export interface StoredDraft extends Document {
  version: number;
  seeded: boolean;
}

/** One version in the history of a document; `by` null: it came with the program. */
export interface DraftVersion {
  version: number;
  at: string;
  by: string | null;
  why: string;
}

type Asks = Pick<PoolClient, 'query'>;

const COLUMNS = 'id, kind, version, body, bases, seeded';
/** Saves of one person within this time are one version: a history of every second is none that anybody reads. */
const ONE_SITTING = '15 minutes';
/** Who has asked for a document within this time is at work on it. */
const AT_WORK = '20 seconds';

/** Documents of authors and their versions. */
@Injectable()
export class DraftsRepository {
  readonly #database: Database;
  readonly #media: Media;

  constructor(database: Database, media: Media) {
    this.#database = database;
    this.#media = media;
  }

  async find(id: string): Promise<StoredDraft | null> {
    const [row] = await this.#database.query<StoredDraft>(`SELECT ${COLUMNS} FROM drafts WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** All documents by id. */
  async all(client: Asks = this.#database.pool): Promise<Map<string, StoredDraft>> {
    const { rows } = await client.query<StoredDraft>(`SELECT ${COLUMNS} FROM drafts`);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** A document that nobody else changes until the transaction ends. */
  async lock(client: Asks, id: string): Promise<StoredDraft | null> {
    const { rows } = await client.query<StoredDraft>(`SELECT ${COLUMNS} FROM drafts WHERE id = $1 FOR UPDATE`, [id]);
    return rows[0] ?? null;
  }

  /** Adds a document with its first version. @returns false when the id is taken. */
  async add(client: Asks, { id, kind, body, bases }: Document, account: string | null, why: 'seed' | 'begun' | 'imported' = account === null ? 'seed' : 'begun'): Promise<boolean> {
    const { rowCount } = await client.query('INSERT INTO drafts (id, kind, version, body, bases, seeded) VALUES ($1, $2, 1, $3, $4, $5) ON CONFLICT DO NOTHING', [
      id,
      kind,
      JSON.stringify(body),
      JSON.stringify(bases),
      account === null,
    ]);
    if (rowCount !== 1) return false;
    await this.#keep(client, { id, version: 1, body, bases }, account, why);
    return true;
  }

  /** Writes a changed document. @returns its new version. */
  async write(client: Asks, document: Document & { version: number }, account: string | null, why: 'edit' | 'restored' | 'imported' | 'seed'): Promise<number> {
    const version = document.version + 1;
    const { rows } = await client.query<Pick<StoredDraft, 'body'>>('SELECT body FROM drafts WHERE id = $1', [document.id]);
    // What it names no more waits its time from now: whoever has taken a picture away may take that back.
    await this.#media.takeUp(client, rows.flatMap(({ body }) => filesOf(body)));
    await client.query('UPDATE drafts SET version = $2, body = $3, bases = $4, seeded = $5 WHERE id = $1', [
      document.id,
      version,
      JSON.stringify(document.body),
      JSON.stringify(document.bases),
      account === null,
    ]);
    await this.#keep(client, { ...document, version }, account, why);
    return version;
  }

  async #keep(client: Asks, { id, version, body, bases }: Pick<StoredDraft, 'id' | 'version' | 'body' | 'bases'>, account: string | null, why: string): Promise<void> {
    // What a document names from now on is nobody's to collect.
    await this.#media.takeUp(client, filesOf(body));
    const values = [id, version, JSON.stringify(body), JSON.stringify(bases), account, why];
    if (why === 'edit') {
      const { rowCount } = await client.query(
        `UPDATE draft_versions v SET version = $2, body = $3, bases = $4
         WHERE draft = $1 AND account = $5 AND why = $6 AND at > now() - interval '${ONE_SITTING}'
           AND version = (SELECT max(version) FROM draft_versions WHERE draft = $1)
           AND NOT EXISTS (SELECT 1 FROM publications p WHERE (p.drafts->>$1)::int = v.version)`,
        values,
      );
      if (rowCount === 1) return;
    }
    await client.query('INSERT INTO draft_versions (draft, version, body, bases, account, why) VALUES ($1, $2, $3, $4, $5, $6)', values);
  }

  /** At most `length` versions of a document, newest first, of those before one. */
  versions(id: string, before: number, length: number): Promise<DraftVersion[]> {
    return this.#database.query<DraftVersion>(
      `SELECT v.version, to_char(v.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, p.name AS by, v.why
       FROM draft_versions v LEFT JOIN accounts a ON a.id = v.account LEFT JOIN people p ON p.id = a.person_id
       WHERE v.draft = $1 AND v.version < $2::bigint ORDER BY v.version DESC LIMIT $3`,
      [id, before, length],
    );
  }

  /** The newest versions of a document, newest first. */
  latest(id: string): Promise<Pick<StoredDraft, 'body' | 'bases'>[]> {
    return this.#database.query<Pick<StoredDraft, 'body' | 'bases'>>('SELECT body, bases FROM draft_versions WHERE draft = $1 ORDER BY version DESC LIMIT 50', [id]);
  }

  async version(id: string, version: number): Promise<Pick<StoredDraft, 'body' | 'bases'> | null> {
    const [row] = await this.#database.query<Pick<StoredDraft, 'body' | 'bases'>>('SELECT body, bases FROM draft_versions WHERE draft = $1 AND version = $2', [id, version]);
    return row ?? null;
  }

  /** Notes that somebody is at work on a document. @returns the names of who else is. */
  async atWork(id: string, account: string): Promise<string[]> {
    await this.#database.query(
      `INSERT INTO draft_editors (draft, account, seen_at) VALUES ($1, $2, now()) ON CONFLICT (draft, account) DO UPDATE SET seen_at = now()`,
      [id, account],
    );
    const rows = await this.#database.query<{ name: string }>(
      `SELECT p.name FROM draft_editors e JOIN accounts a ON a.id = e.account JOIN people p ON p.id = a.person_id
       WHERE e.draft = $1 AND e.account <> $2 AND e.seen_at > now() - interval '${AT_WORK}' ORDER BY p.name`,
      [id, account],
    );
    return rows.map(({ name }) => name);
  }
}

/** Hashes of the files that a document names. */
function filesOf(body: Document['body']): string[] {
  return mediaIn((body as Partial<LessonBody>).blocks ?? []).map(({ hash }) => hash);
}
