import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { newId } from '@seek-justice/domain/kernel/ids.ts';
import type { Role } from '@seek-justice/contracts/parts.ts';
import { Database } from '../database/database.ts';
import { keyedHash } from './hashing.ts';
import { normalLogin } from './login.ts';
import { SiteKey } from './site-key.ts';

export interface StoredAccount {
  id: string;
  kind: 'learner' | 'staff';
  secret_hash: string | null;
}

/** Accounts and the roles they hold; who may make them is decided where they are made. */
@Injectable()
export class Accounts {
  readonly #database: Database;
  readonly #siteKey: SiteKey;

  constructor(database: Database, siteKey: SiteKey) {
    this.#database = database;
    this.#siteKey = siteKey;
  }

  loginHash(login: string): Buffer {
    return keyedHash(this.#siteKey.value, 'login', normalLogin(login));
  }

  async byLogin(login: string): Promise<StoredAccount | null> {
    const [row] = await this.#database.query<StoredAccount>('SELECT id, kind, secret_hash FROM accounts WHERE login_hash = $1', [this.loginHash(login)]);
    return row ?? null;
  }

  async byId(id: string): Promise<StoredAccount | null> {
    const [row] = await this.#database.query<StoredAccount>('SELECT id, kind, secret_hash FROM accounts WHERE id = $1', [id]);
    return row ?? null;
  }

  /** Adds an account with its roles inside a transaction; without a login nobody can sign in with it yet. @returns its id. */
  async add(
    client: PoolClient,
    account: { person: string; login: string | null; kind: 'learner' | 'staff'; secretHash: string | null; roles: readonly Role[]; scope: readonly string[] | null },
  ): Promise<string> {
    const id = newId();
    await client.query('INSERT INTO accounts (id, person_id, login_hash, kind, secret_hash, scope) VALUES ($1, $2, $3, $4, $5, $6)', [
      id,
      account.person,
      account.login === null ? null : this.loginHash(account.login),
      account.kind,
      account.secretHash,
      account.scope,
    ]);
    await client.query('INSERT INTO account_roles (account_id, role) SELECT $1, unnest($2::text[])', [id, account.roles]);
    return id;
  }

  /** The staff account of a person; null when there is none. */
  async staffOf(person: string): Promise<string | null> {
    const [row] = await this.#database.query<{ id: string }>(`SELECT id FROM accounts WHERE person_id = $1 AND kind = 'staff'`, [person]);
    return row?.id ?? null;
  }

  /** Sets the first PIN only if there is none yet: of two phones with one card, the first wins. */
  async setFirstSecret(client: PoolClient, id: string, secretHash: string): Promise<boolean> {
    const { rowCount } = await client.query('UPDATE accounts SET secret_hash = $2 WHERE id = $1 AND secret_hash IS NULL', [id, secretHash]);
    return rowCount === 1;
  }

  /**
   * Replaces the printed code of a learner; the PIN has to be chosen anew, and every session and ticket that the old
   * card began ends with it. @returns the account's id, null when there is none.
   */
  replaceLogin(person: string, login: string): Promise<string | null> {
    return this.#database.transaction(async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `UPDATE accounts SET login_hash = $2, secret_hash = NULL WHERE person_id = $1 AND kind = 'learner' RETURNING id`,
        [person, this.loginHash(login)],
      );
      const id = rows[0]?.id;
      if (!id) return null;
      await client.query('DELETE FROM one_time_tokens WHERE account_id = $1', [id]);
      await client.query('DELETE FROM sessions WHERE account_id = $1', [id]);
      return id;
    });
  }

  async anyCoordinator(client: Pick<PoolClient, 'query'> = this.#database.pool): Promise<boolean> {
    const { rowCount } = await client.query(`SELECT 1 FROM account_roles WHERE role = 'coordinator' AND revoked_at IS NULL LIMIT 1`);
    return rowCount === 1;
  }
}
