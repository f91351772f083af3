import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { Listener } from '../database/listener.ts';
import type { Account } from './account.ts';
import { ACCOUNT_COLUMNS, accountOf, type AccountRow } from './account-row.ts';
import { newToken, tokenHash } from './hashing.ts';

/** How long a session lasts: learners are away from a signal for weeks, staff sit in offices. */
const DAYS = { learner: 180, staff: 14 } as const;
/** How long a process believes what it read; a change elsewhere is heard at once by NOTIFY. */
const BELIEVE_MS = 5_000;
const CACHE_LIMIT = 20_000;
const TOKEN = /^[\w-]{43}$/;
/** Channel on which a change of an account is told to all processes. */
export const ACCOUNT_CHANNEL = 'account_changed';

/** Server-side sessions: a random token in the cookie, its hash in the database. */
@Injectable()
export class Sessions {
  readonly #database: Database;
  readonly #cache = new Map<string, { account: Account | null; until: number }>();

  constructor(database: Database, listener: Listener) {
    this.#database = database;
    listener.on(ACCOUNT_CHANNEL, (account) => this.#forget(account));
  }

  /**
   * Starts a session, unless the secret that was verified has been replaced meanwhile. Old sessions of everybody are
   * swept on the way. @returns its token, how long it lasts, and whose it is; null when the secret is no longer theirs.
   */
  async start(account: string, kind: Account['kind'], verified: string): Promise<{ token: string; maxAge: number; person: string } | null> {
    const token = newToken();
    const [begun] = await this.#database.query<{ person_id: string }>(
      `WITH swept AS (DELETE FROM sessions WHERE expires_at < now()),
       holder AS (SELECT id, person_id FROM accounts WHERE id = $2 AND secret_hash = $4 FOR SHARE),
       begun AS (INSERT INTO sessions (token_hash, account_id, expires_at) SELECT $1, id, now() + make_interval(days => $3) FROM holder)
       SELECT person_id FROM holder`,
      [tokenHash(token), account, DAYS[kind], verified],
    );
    return begun ? { token, maxAge: DAYS[kind] * 86_400, person: begun.person_id } : null;
  }

  async end(token: string): Promise<void> {
    const [row] = await this.#database.query<{ account_id: string }>('DELETE FROM sessions WHERE token_hash = $1 RETURNING account_id', [
      tokenHash(token),
    ]);
    if (row) await this.changed(row.account_id);
  }

  /** Ends every session of an account, e.g. when its code is replaced. */
  async endAll(account: string): Promise<void> {
    await this.#database.query('DELETE FROM sessions WHERE account_id = $1', [account]);
    await this.changed(account);
  }

  /** Tells every process that what it knows of an account is old. */
  async changed(account: string): Promise<void> {
    this.#forget(account);
    await this.#database.query('SELECT pg_notify($1, $2)', [ACCOUNT_CHANNEL, account]);
  }

  /** Whose session a token is; null for none, an ended or an expired one. */
  async find(token: string): Promise<Account | null> {
    // Whatever else a cookie holds was never given out, and must not fill the memory.
    if (!TOKEN.test(token)) return null;
    const known = this.#cache.get(token);
    if (known && known.until > Date.now()) return known.account;
    const account = await this.#read(token);
    if (this.#cache.size >= CACHE_LIMIT) this.#cache.clear();
    this.#cache.set(token, { account, until: Date.now() + BELIEVE_MS });
    return account;
  }

  async #read(token: string): Promise<Account | null> {
    const [row] = await this.#database.query<AccountRow>(
      `SELECT ${ACCOUNT_COLUMNS} FROM sessions s JOIN accounts a ON a.id = s.account_id JOIN people p ON p.id = a.person_id
       WHERE s.token_hash = $1 AND s.expires_at > now()`,
      [tokenHash(token)],
    );
    return row ? accountOf(row) : null;
  }

  #forget(account: string): void {
    if (account === '') return this.#cache.clear();
    for (const [token, known] of this.#cache) if (known.account?.id === account) this.#cache.delete(token);
  }
}
