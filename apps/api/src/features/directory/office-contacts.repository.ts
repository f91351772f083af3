import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { officeContact } from '@seek-justice/contracts/endpoints/office-contacts.ts';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { CONTACTS_CHANNEL } from '../../database/contacts.ts';
import { Database } from '../../database/database.ts';

type Change = z.output<typeof officeContact>['history'][number];

export interface StoredContact {
  data: Contact;
  version: number;
  retired: boolean;
}

/** One thing that is done with a number. */
export interface Deed {
  what: Change['what'];
  account: string;
  before: Partial<Contact>;
  after: Partial<Contact>;
}

/** More of it than anybody reads on a screen stays in the table. */
const LONGEST_HISTORY = 20;
const COLUMNS = 'data, version, retired_at IS NOT NULL AS retired';

/** Numbers to call with what the office knows of them. Every change is written down with it, and told to all processes. */
@Injectable()
export class OfficeContactsRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Today in the site's time zone, YYYY-MM-DD. */
  async today(): Promise<string> {
    const [row] = await this.#database.query<{ today: string }>('SELECT (now() AT TIME ZONE $1)::date::text AS today', [SITE.timeZone]);
    return (row as { today: string }).today;
  }

  /** Those that are given out in their order, then those that are not. */
  all(): Promise<StoredContact[]> {
    return this.#database.query<StoredContact>(`SELECT ${COLUMNS} FROM contacts ORDER BY retired, position`);
  }

  /** Held until the transaction ends, so that of two changes the later one sees the earlier. */
  async held(client: PoolClient, id: string): Promise<StoredContact | null> {
    const { rows } = await client.query<StoredContact>(`SELECT ${COLUMNS} FROM contacts WHERE id = $1 FOR UPDATE`, [id]);
    return rows[0] ?? null;
  }

  async add(client: PoolClient, data: Contact, account: string): Promise<void> {
    await client.query('INSERT INTO contacts (id, position, data) SELECT $1, coalesce(max(position), 0) + 1, $2 FROM contacts', [data.id, JSON.stringify(data)]);
    await this.#remember(client, data.id, { what: 'added', account, before: {}, after: data });
  }

  async change(client: PoolClient, { data, retired }: Omit<StoredContact, 'version'>, deed: Deed): Promise<void> {
    await client.query('UPDATE contacts SET data = $2, version = version + 1, retired_at = CASE WHEN $3 THEN coalesce(retired_at, now()) END WHERE id = $1', [data.id, JSON.stringify(data), retired]);
    await this.#remember(client, data.id, deed);
  }

  /** By contact, newest first. */
  async history(): Promise<Map<string, Change[]>> {
    const rows = await this.#database.query<Omit<Change, 'number'> & { contact: string; was: string | null; is: string | null }>(
      `SELECT h.contact, h.what, (h.at AT TIME ZONE $1)::date::text AS on, p.name AS by, h.before->>'number' AS was, h.after->>'number' AS is,
              ARRAY(SELECT jsonb_object_keys(h.before)) AS fields
       FROM (SELECT *, row_number() OVER (PARTITION BY contact ORDER BY id DESC) AS nth FROM contact_changes) h
       LEFT JOIN accounts a ON a.id = h.account LEFT JOIN people p ON p.id = a.person_id
       WHERE h.nth <= $2 ORDER BY h.id DESC`,
      [SITE.timeZone, LONGEST_HISTORY],
    );
    const found = new Map<string, Change[]>();
    for (const { contact, was, is, ...rest } of rows) {
      const number = was !== null && is !== null && was !== is ? { before: was, after: is } : null;
      found.set(contact, [...(found.get(contact) ?? []), { ...rest, number }]);
    }
    return found;
  }

  async #remember(client: PoolClient, id: string, { what, account, before, after }: Deed): Promise<void> {
    await client.query('INSERT INTO contact_changes (contact, account, what, before, after) VALUES ($1, $2, $3, $4, $5)', [id, account, what, JSON.stringify(before), JSON.stringify(after)]);
    await client.query('SELECT pg_notify($1, $2)', [CONTACTS_CHANNEL, id]);
  }
}
