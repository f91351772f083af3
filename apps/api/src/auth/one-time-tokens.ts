import type { PoolClient } from 'pg';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { newToken, tokenHash } from './hashing.ts';

export type TokenPurpose = 'first-coordinator' | 'invitation' | 'set-pin';

/** Minutes that each kind of token is good for. */
const MINUTES: Record<TokenPurpose, number> = { 'first-coordinator': 7 * 1440, invitation: 7 * 1440, 'set-pin': 15 };

/** Tokens that work once: links for staff, and the ticket between a printed code and its first PIN. */
@Injectable()
export class OneTimeTokens {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Issues a token; earlier ones for the same purpose and account end. */
  async issue(purpose: TokenPurpose, account: string | null): Promise<string> {
    const token = newToken();
    await this.#database.transaction(async (client) => {
      await client.query('DELETE FROM one_time_tokens WHERE expires_at < now() OR (purpose = $1 AND account_id IS NOT DISTINCT FROM $2)', [purpose, account]);
      await client.query(
        'INSERT INTO one_time_tokens VALUES ($1, $2, $3, now() + make_interval(mins => $4))',
        [tokenHash(token), purpose, account, MINUTES[purpose]],
      );
    });
    return token;
  }

  /** What a token is for, without using it up; null when it is used, too old or unknown. */
  async look(token: string): Promise<{ purpose: TokenPurpose; account: string | null } | null> {
    const [row] = await this.#database.query<{ purpose: TokenPurpose; account_id: string | null }>(
      'SELECT purpose, account_id FROM one_time_tokens WHERE token_hash = $1 AND expires_at > now()',
      [tokenHash(token)],
    );
    return row ? { purpose: row.purpose, account: row.account_id } : null;
  }

  /** Uses a token up, in the transaction of `client` where one is given. Of two requests at once exactly one gets true. */
  async use(token: string, client: Pick<PoolClient, 'query'> = this.#database.pool): Promise<boolean> {
    const { rowCount } = await client.query('DELETE FROM one_time_tokens WHERE token_hash = $1 AND expires_at > now()', [tokenHash(token)]);
    return rowCount === 1;
  }
}
