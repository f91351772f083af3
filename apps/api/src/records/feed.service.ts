import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { readRecords } from '@seek-justice/contracts/endpoints/read-records.ts';
import { type Account, isCoordinator } from '../auth/account.ts';
import { Database } from '../database/database.ts';
import { ProblemError } from '../http/problem-error.ts';
import { type Cursor, parseCursor, showCursor } from './cursor.ts';

export type FeedPage = z.output<typeof readRecords.success.body>;

interface Row {
  xid: string;
  seq: string;
  text: string;
  received_at: Date;
  roles: string[];
  via: string;
}

/**
 * Reads records in the order (transaction, row), and never past the oldest transaction that is still open: what
 * commits later can then only come later in the feed, so no reader misses a row.
 */
@Injectable()
export class FeedService {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws ProblemError `cursor_unknown`, or `feed_reset` when the feed or the reader's rights are other ones. */
  async read(account: Account, after: string | undefined, limit = 200): Promise<FeedPage> {
    const scope = scopeOf(account);
    const from = this.#from(after, scope.hash);
    if (from.seq !== '0') await this.#checkPlace(from);
    const rows = await this.#database.query<Row>(
      `SELECT r.xid::text, r.seq::text, r.text, r.received_at, r.roles, r.via FROM records r
       WHERE (r.xid, r.seq) > ($1::xid8, $2::bigint) AND r.xid < pg_snapshot_xmin(pg_current_snapshot())
         AND ${scope.condition}
       ORDER BY r.xid, r.seq LIMIT $4`,
      [from.xid, from.seq, scope.value, limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      records: page.map((row) => ({
        record: JSON.parse(row.text) as { id: string },
        received: { at: row.received_at.toISOString(), seq: Number(row.seq), roles: row.roles, via: row.via },
      })),
      cursor: showCursor(last ? { ...from, xid: last.xid, seq: last.seq } : from),
      more: rows.length > limit,
    };
  }

  /** Where the feed of a reader stands now: all up to that record is committed, and can be seen. */
  async position(account: Account): Promise<string> {
    const [last = { xid: '0', seq: '0' }] = await this.#database.query<{ xid: string; seq: string }>(
      'SELECT xid::text, seq::text FROM records WHERE xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY records.xid DESC, records.seq DESC LIMIT 1',
    );
    return showCursor({ feedId: this.#database.feedId, scopeHash: scopeOf(account).hash, ...last });
  }

  /** A cursor stands at a record, and records never go away: where there is none, the database was put back to an earlier day. */
  async #checkPlace(from: Cursor): Promise<void> {
    const [row] = await this.#database.query<{ there: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM records WHERE (xid, seq) = ($1::xid8, $2::bigint)) AS there',
      [from.xid, from.seq],
    );
    if (!row?.there) throw new ProblemError('feed_reset');
  }

  #from(after: string | undefined, scopeHash: string): Cursor {
    const start = { feedId: this.#database.feedId, scopeHash, xid: '0', seq: '0' };
    if (after === undefined) return start;
    const cursor = parseCursor(after);
    if (!cursor) throw new ProblemError('cursor_unknown');
    if (cursor.feedId !== start.feedId || cursor.scopeHash !== scopeHash) throw new ProblemError('feed_reset');
    return cursor;
  }
}

/** Whose records an account reads: its own; as a coordinator those of its provinces too. Police coordinate nobody. */
function scopeOf(account: Account): { hash: string; condition: string; value: string | string[] | null } {
  const hash = (text: string) => createHash('sha256').update(`${account.person}\0${text}`).digest('hex').slice(0, 16);
  if (!isCoordinator(account)) return { hash: hash('own'), condition: 'r.subject = $3::uuid', value: account.person };
  if (account.scope === null) return { hash: hash('country'), condition: '$3::text IS NULL', value: null };
  const provinces = [...account.scope].sort();
  return {
    hash: hash(provinces.join()),
    condition: 'EXISTS (SELECT 1 FROM people p WHERE p.id = r.subject AND p.province = ANY($3::text[]))',
    value: provinces,
  };
}
