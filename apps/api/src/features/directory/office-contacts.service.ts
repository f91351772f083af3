import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { addContact, confirmContact, officeContact, retireContact } from '@seek-justice/contracts/endpoints/office-contacts.ts';
import { type Contact, contactState } from '@seek-justice/domain/curriculum/contact.ts';
import { changedFields, type ContactWords, isNumberToDial, OFFICE_SOURCE, rewritten } from '@seek-justice/domain/curriculum/contact-change.ts';
import { heardContact } from '@seek-justice/domain/curriculum/narration.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { type Account, abilitiesOf } from '../../auth/account.ts';
import { Database } from '../../database/database.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { inTurn } from '../../records/publish-turn.ts';
import { NamedInTexts } from './named-in.ts';
import { OfficeContactsRepository, type StoredContact } from './office-contacts.repository.ts';

type OfficeContact = z.output<typeof officeContact>;
type Words = z.output<typeof addContact.body>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What the office does with numbers to call. */
@Injectable()
export class OfficeContactsService {
  readonly #database: Database;
  readonly #contacts: OfficeContactsRepository;
  readonly #named: NamedInTexts;

  constructor(database: Database, contacts: OfficeContactsRepository, named: NamedInTexts) {
    this.#database = database;
    this.#contacts = contacts;
    this.#named = named;
  }

  async list(): Promise<{ contacts: OfficeContact[]; today: string }> {
    const [stored, history, published, drafts, today] = await Promise.all([this.#contacts.all(), this.#contacts.history(), this.#named.published(), this.#named.drafts(), this.#contacts.today()]);
    const contacts = stored.map(({ data, version, retired }): OfficeContact => {
      const live = published.get(data.id) ?? [];
      return {
        contact: heardContact(data, sha256),
        version,
        state: retired ? 'retired' : contactState(data, today),
        history: history.get(data.id) ?? [],
        published: live,
        drafts: (drafts.get(data.id) ?? []).filter(({ id }) => !live.some((one) => one.id === id)),
      };
    });
    return { contacts, today };
  }

  /** @throws ProblemError `not_allowed` unless by a coordinator of the country. */
  async add(by: Account, wanted: Words): Promise<OfficeContact> {
    ofTheCountry(by);
    const data: Contact = { ...checked(wanted), id: newContactId(wanted.name.en ?? ''), source: OFFICE_SOURCE, verifiedOn: null, reviewBy: null };
    await this.#database.transaction((client) => this.#contacts.add(client, data, by.id));
    return this.#one(data.id);
  }

  /** @throws ProblemError `not_allowed` unless by a coordinator of the country; `contact_moved_on` when another version was read. */
  async change(by: Account, id: string, { version, ...wanted }: Words & { version: number }): Promise<OfficeContact> {
    ofTheCountry(by);
    const words = checked(wanted);
    return this.#do(id, version, async (client, { data, retired }) => {
      const fields = changedFields(data, words);
      if (fields.length === 0) return;
      const next = rewritten(data, words);
      const only = (one: Contact): Partial<Contact> => Object.fromEntries(fields.map((field) => [field, one[field] ?? null]));
      await this.#contacts.change(client, { data: next, retired }, { what: 'changed', account: by.id, before: only(data), after: only(next) });
    });
  }

  /** Somebody rang the number as this version has it. Any coordinator may: it is the one in the province who can. */
  async confirm(by: Account, id: string, { version, reviewBy }: z.output<typeof confirmContact.body>): Promise<OfficeContact> {
    const today = await this.#contacts.today();
    if (reviewBy <= today) throw new ProblemError('bad_request', { fields: ['reviewBy'] });
    return this.#do(id, version, async (client, { data, retired }) => {
      const after = { verifiedOn: today, reviewBy };
      const before = { verifiedOn: data.verifiedOn, reviewBy: data.reviewBy };
      await this.#contacts.change(client, { data: { ...data, ...after }, retired }, { what: 'confirmed', account: by.id, before, after });
    });
  }

  /**
   * Gives a number out no more, or again, then as one that nobody has confirmed.
   * @throws ProblemError `contact_named` while published text names it; `contact_last` for the only one.
   */
  async retire(by: Account, id: string, { version, retired }: z.output<typeof retireContact.body>): Promise<OfficeContact> {
    ofTheCountry(by);
    const deed = (): Promise<OfficeContact> =>
      this.#do(id, version, async (client, { data, retired: was }) => {
        if (was === retired) return;
        const next = retired ? data : { ...data, verifiedOn: null, reviewBy: null };
        await this.#contacts.change(client, { data: next, retired }, { what: retired ? 'retired' : 'restored', account: by.id, before: {}, after: {} });
      });
    if (!retired) return deed();
    // Nothing is published between the look and the end.
    return inTurn(this.#database, async () => {
      if ((await this.#named.published()).has(id)) throw new ProblemError('contact_named');
      // Whoever needs help must find somebody to call.
      if ((await this.#contacts.all()).filter((one) => !one.retired).every(({ data }) => data.id === id)) throw new ProblemError('contact_last');
      return deed();
    });
  }

  async #do(id: string, version: number, deed: (client: PoolClient, held: StoredContact) => Promise<void>): Promise<OfficeContact> {
    await this.#database.transaction(async (client) => {
      const held = await this.#contacts.held(client, id);
      if (!held) throw new ProblemError('not_found');
      if (held.version !== version) throw new ProblemError('contact_moved_on');
      await deed(client, held);
    });
    return this.#one(id);
  }

  async #one(id: string): Promise<OfficeContact> {
    const found = (await this.list()).contacts.find(({ contact }) => contact.id === id);
    if (!found) throw new ProblemError('not_found');
    return found;
  }
}

/** A number reaches everybody in the country: whoever answers for one province alone does not change it. */
function ofTheCountry(by: Account): void {
  if (!abilitiesOf(by).includes('contacts.write')) throw new ProblemError('not_allowed');
}

/** @throws ProblemError `bad_request` with the fields that cannot stand so. */
function checked(wanted: Words): ContactWords {
  const wrong: string[] = [];
  if (!isNumberToDial(wanted.number)) wrong.push('number');
  if (wanted.languages.some((lang) => !SITE.languages.includes(lang))) wrong.push('languages');
  const texts = (['name', 'answers', 'sourceTitle'] as const).map((field) => {
    if (SITE.languages.some((lang) => !wanted[field][lang])) wrong.push(field);
    return [field, Object.fromEntries(SITE.languages.map((lang) => [lang, wanted[field][lang]?.normalize('NFC') ?? '']))];
  });
  if (wrong.length > 0) throw new ProblemError('bad_request', { fields: wrong });
  return { ...wanted, languages: SITE.languages.filter((lang) => wanted.languages.includes(lang)), ...Object.fromEntries(texts) };
}

/** An id that authors can read in a text, and that no later release of the program brings with another meaning. */
function newContactId(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return [...words.slice(0, 4), randomBytes(2).toString('hex')].join('-').slice(-60);
}
