import { Injectable } from '@nestjs/common';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import { Database } from './database.ts';

/** Numbers to call: pages are made with them, the app reads them live. */
@Injectable()
export class Contacts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** All contacts in the order in which they are offered. */
  async all(): Promise<Contact[]> {
    const rows = await this.#database.query<{ data: Contact }>('SELECT data FROM contacts ORDER BY position');
    return rows.map(({ data }) => data);
  }

  /** Adds the seeded contacts that are not there yet; what staff changed stays. */
  async seed(contacts: readonly Contact[]): Promise<void> {
    await this.#database.query(
      `INSERT INTO contacts (id, position, data)
       SELECT data->>'id', position, data FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given (data, position)
       ON CONFLICT (id) DO NOTHING`,
      [JSON.stringify(contacts)],
    );
  }
}
