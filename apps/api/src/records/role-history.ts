import { Injectable } from '@nestjs/common';
import type { Account } from '../auth/account.ts';
import { Database } from '../database/database.ts';
import { parseCursor } from './cursor.ts';

/** Roles that an account held at any time between a feed position and now: what a late record is stamped with. */
@Injectable()
export class RoleHistory {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @param after feed cursor that the record carries; null, or one of another feed, stands for "now". @returns sorted roles. */
  async since(account: Account, after: string | null): Promise<string[]> {
    const now = [...account.roles].sort();
    const cursor = after === null ? null : parseCursor(after);
    if (!cursor || cursor.feedId !== this.#database.feedId) return now;
    const rows = await this.#database.query<{ role: string }>(
      `SELECT DISTINCT role FROM account_roles
       WHERE account_id = $1 AND (revoked_at IS NULL OR revoked_at >= coalesce(
         (SELECT received_at FROM records WHERE (xid, seq) <= ($2::xid8, $3::bigint) ORDER BY xid DESC, seq DESC LIMIT 1), '-infinity'))
       ORDER BY role`,
      [account.id, cursor.xid, cursor.seq],
    );
    return [...new Set([...now, ...rows.map(({ role }) => role)])].sort();
  }
}
