import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Clip } from '@seek-justice/domain/curriculum/clip.ts';
import { Database } from '../../database/database.ts';

/** A recording with the place that it belongs to. */
export interface PlacedClip extends Clip {
  /** Id of a lesson or quiz; `phrases` and `contacts` for what belongs to none. */
  draft: string;
  lang: string;
  key: string;
}

/** A present recording, with what its reader read as far as that is known. */
export type PresentClip = PlacedClip & { readText: string | null };

type Place = Pick<PlacedClip, 'draft' | 'lang' | 'key'>;

/** Any number: processes that start together take turns. */
const SEED_LOCK = 7_140_122;

const COLUMNS = 'draft, lang, key, media, ms, bytes, type, source, numbers, read_text AS "readText"';
/** The present one of a part: what staff recorded last, else what came with the program. */
const NEWEST = 'ORDER BY draft, lang, key, (account IS NOT NULL) DESC, id DESC';
/** Whether the part of `former` has no recording because one of the staff took it away. */
const EMPTIED_BY_STAFF = `SELECT media IS NULL AND account IS NOT NULL FROM clips last
  WHERE (last.draft, last.lang, last.key) = (former.draft, former.lang, former.key) ${NEWEST} LIMIT 1`;

interface Row extends Omit<PresentClip, 'media' | 'numbers'> {
  media: string | null;
  numbers: Record<string, string> | null;
}

/** Recordings by part. Rows are added, never changed: who read what, and when, stays known. */
@Injectable()
export class ClipsRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Every present recording. */
  async all(): Promise<PresentClip[]> {
    return present(await this.#database.query<Row>(`SELECT DISTINCT ON (draft, lang, key) ${COLUMNS} FROM clips ${NEWEST}`));
  }

  /** The present recordings of one document. */
  async of(draft: string): Promise<PresentClip[]> {
    return present(await this.#database.query<Row>(`SELECT DISTINCT ON (draft, lang, key) ${COLUMNS} FROM clips WHERE draft = $1 ${NEWEST}`, [draft]));
  }

  /** What staff took away last of the parts of a document that have no recording, as long as the file is here. */
  async takenAway(draft: string): Promise<PresentClip[]> {
    return present(
      await this.#database.query<Row>(
        `SELECT * FROM (
           SELECT DISTINCT ON (draft, lang, key) ${COLUMNS} FROM clips former
           WHERE draft = $1 AND media IS NOT NULL AND (${EMPTIED_BY_STAFF}) ${NEWEST}
         ) former WHERE EXISTS (SELECT FROM media WHERE media.hash = former.media)`,
        [draft],
      ),
    );
  }

  /**
   * Makes a former recording of a part the present one again, with whoever read it: where staff took it away and nobody
   * has recorded the part anew. One that came with the program has no reader; then it is of whoever put it back.
   */
  async putBack(client: Pick<PoolClient, 'query'>, { draft, lang, key, media }: Place & { media: string }, account: string): Promise<void> {
    await client.query(
      `INSERT INTO clips (draft, lang, key, media, ms, bytes, type, source, numbers, read_text, account)
       SELECT draft, lang, key, media, ms, bytes, type, source, numbers, read_text, coalesce(account, $5) FROM clips former
       WHERE draft = $1 AND lang = $2 AND key = $3 AND media = $4 AND (${EMPTIED_BY_STAFF}) ${NEWEST} LIMIT 1`,
      [draft, lang, key, media, account],
    );
  }

  /** Whether a part ever had this recording, whose file is here still; nobody collects that before the transaction ends. */
  async holds(client: Pick<PoolClient, 'query'>, { draft, lang, key, media }: Place & { media: string }): Promise<boolean> {
    const { rowCount } = await client.query(
      `SELECT FROM media WHERE hash = $4 AND EXISTS (SELECT FROM clips WHERE draft = $1 AND lang = $2 AND key = $3 AND media = $4) FOR SHARE`,
      [draft, lang, key, media],
    );
    return (rowCount ?? 0) > 0;
  }

  /** Whether an account has once made this recording the present one of its part. */
  async had(client: Pick<PoolClient, 'query'>, { draft, lang, key, media, source }: PlacedClip, account: string): Promise<boolean> {
    const { rowCount } = await client.query(
      'SELECT FROM clips WHERE draft = $1 AND lang = $2 AND key = $3 AND media = $4 AND source = $5 AND account = $6 LIMIT 1',
      [draft, lang, key, media, source, account],
    );
    return rowCount === 1;
  }

  /** Makes a recording the present one of its part. */
  async add(client: Pick<PoolClient, 'query'>, clip: PlacedClip, readText: string | null, account: string | null): Promise<void> {
    const { draft, lang, key, media, ms, bytes, type, source, numbers } = clip;
    await client.query(
      `INSERT INTO clips (draft, lang, key, media, ms, bytes, type, source, numbers, read_text, account) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [draft, lang, key, media, ms, bytes, type, source, numbers ? JSON.stringify(numbers) : null, readText, account],
    );
  }

  /** Leaves a part without a recording, also without one that came with the program. */
  async remove(client: Pick<PoolClient, 'query'>, { draft, lang, key }: Place, account: string | null): Promise<void> {
    await client.query('INSERT INTO clips (draft, lang, key, account) VALUES ($1, $2, $3, $4)', [draft, lang, key, account]);
  }

  /** Makes these the recordings that come with the program; what staff recorded stays before them. */
  async seed(clips: readonly PlacedClip[]): Promise<void> {
    await this.#database.transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [SEED_LOCK]);
      const { rows } = await client.query<Row>(`SELECT DISTINCT ON (draft, lang, key) ${COLUMNS} FROM clips WHERE account IS NULL ORDER BY draft, lang, key, id DESC`);
      const known = new Map(present(rows).map((clip) => [placeOf(clip), clip]));
      const fresh: (PlacedClip | Place)[] = clips.filter((clip) => !isSame(known.get(placeOf(clip)), clip));
      for (const clip of clips) known.delete(placeOf(clip));
      for (const { draft, lang, key } of known.values()) fresh.push({ draft, lang, key });
      if (fresh.length === 0) return;
      await client.query(
        `INSERT INTO clips (draft, lang, key, media, ms, bytes, type, source, numbers)
         SELECT draft, lang, key, media, ms, bytes, type, source, numbers
         FROM jsonb_to_recordset($1) AS given (draft text, lang text, key text, media text, ms int, bytes int, type text, source text, numbers jsonb)`,
        [JSON.stringify(fresh)],
      );
    });
  }
}

function isSame(before: PlacedClip | undefined, now: PlacedClip): boolean {
  return before?.media === now.media && before.source === now.source && JSON.stringify(before.numbers) === JSON.stringify(now.numbers);
}

function placeOf({ draft, lang, key }: Place): string {
  return `${draft} ${lang} ${key}`;
}

function present(rows: readonly Row[]): PresentClip[] {
  return rows.flatMap(({ media, numbers, ...row }) => (media === null ? [] : [{ ...row, media, ...(numbers ? { numbers } : {}) }]));
}
