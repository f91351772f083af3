import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { person } from '@seek-justice/contracts/endpoints/person.ts';
import { newId } from '@seek-justice/domain/kernel/ids.ts';
import { likenessKeys } from '@seek-justice/domain/language/likeness.ts';
import { SEARCH_KEY_VERSION, searchKey } from '@seek-justice/domain/language/search-key.ts';
import { Database } from '../../database/database.ts';

export type Person = z.output<typeof person>;
export type NewPerson = Omit<Person, 'id' | 'account' | 'roles' | 'origin' | 'competences'>;

/** What a person is found by. */
export function personKey(one: Pick<NewPerson, 'name' | 'church' | 'commune'>): string {
  return searchKey([one.name, one.church, one.commune].filter(Boolean).join(' '));
}

/** `account` as people see it: whether there is a card and it was ever used. */
export const ACCOUNT_STATE = `CASE WHEN a.id IS NULL THEN 'none' WHEN a.login_hash IS NULL THEN 'no-card' WHEN a.secret_hash IS NULL THEN 'new' ELSE 'active' END`;

/** The only table that holds names. */
@Injectable()
export class PeopleRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(id: string): Promise<Person | null> {
    const [row] = await this.#database.query<Person>(
      `SELECT p.id, p.name, p.province, p.commune, p.church, p.phone, p.gender, p.age_band AS "ageBand", p.origin,
              ${ACCOUNT_STATE} AS account,
              ARRAY(SELECT role FROM account_roles r WHERE r.account_id = a.id AND r.revoked_at IS NULL ORDER BY role) AS roles,
              ARRAY(SELECT competence FROM account_competences c WHERE c.account_id = a.id ORDER BY competence) AS competences
       FROM people p LEFT JOIN accounts a ON a.person_id = p.id WHERE p.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** Adds a person inside a transaction. @returns the new id. */
  async add(client: PoolClient, one: NewPerson): Promise<string> {
    const id = newId();
    await this.#insert(client, id, one, 'card');
    return id;
  }

  /** Adds a person whose id a phone has made. @returns false when somebody has that id already. */
  addJoined(client: PoolClient, id: string, one: NewPerson): Promise<boolean> {
    return this.#insert(client, id, one, 'joined');
  }

  async #insert(client: PoolClient, id: string, one: NewPerson, origin: Person['origin']): Promise<boolean> {
    const { rowCount } = await client.query(
      `INSERT INTO people (id, name, search_key, key_version, province, commune, church, phone, gender, age_band, origin, alike)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO NOTHING`,
      [
        id,
        one.name.normalize('NFC'),
        personKey(one),
        SEARCH_KEY_VERSION,
        one.province,
        one.commune?.normalize('NFC') ?? null,
        one.church?.normalize('NFC') ?? null,
        one.phone,
        one.gender,
        one.ageBand,
        origin,
        likenessKeys(one.name, one.phone),
      ],
    );
    return rowCount === 1;
  }
}
