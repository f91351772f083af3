import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import { heardContact } from '@seek-justice/domain/curriculum/narration.ts';
import { Database } from './database.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Channel on which a changed number is told to all processes. */
export const CONTACTS_CHANNEL = 'contacts_changed';

/** Numbers to call: pages are made with them, the app reads them live. */
@Injectable()
export class Contacts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** All contacts in the order in which they are offered, without those that are given out no more. */
  async all(): Promise<Contact[]> {
    const rows = await this.#database.query<{ data: Contact }>('SELECT data FROM contacts WHERE retired_at IS NULL ORDER BY position');
    return rows.map(({ data }) => heardContact(data, sha256));
  }

  /** Adds the seeded contacts that are not there yet; what staff changed stays. Recordings that came since are joined to those that are. */
  async seed(contacts: readonly Contact[]): Promise<void> {
    await this.#database.query(
      `INSERT INTO contacts (id, position, data)
       SELECT data->>'id', position, data FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given (data, position)
       ON CONFLICT (id) DO UPDATE SET data = contacts.data || jsonb_build_object('narration', excluded.data->'narration')
         WHERE excluded.data ? 'narration' AND contacts.data->'narration' IS DISTINCT FROM excluded.data->'narration'`,
      [JSON.stringify(contacts)],
    );
  }
}
