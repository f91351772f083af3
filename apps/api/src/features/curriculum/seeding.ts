import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { loadCourse, loadFacts } from '@seek-justice/seed/load.ts';
import { Contacts } from '../../database/contacts.ts';
import { Pages } from './pages.ts';
import { Publisher } from './publisher.ts';

/** Courses that every installation starts with, in order. */
const SEEDED = ['pastors'];

/** Fills a new installation with the seeded curriculum, and makes whatever pages are not current. */
@Injectable()
export class Seeding implements OnApplicationBootstrap {
  readonly #publisher: Publisher;
  readonly #contacts: Contacts;
  readonly #pages: Pages;

  constructor(publisher: Publisher, contacts: Contacts, pages: Pages) {
    this.#publisher = publisher;
    this.#contacts = contacts;
    this.#pages = pages;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { contacts, sources } = await loadFacts();
    await this.#contacts.seed(contacts);
    await this.#publisher.publish(await Promise.all(SEEDED.map(loadCourse)), sources);
    await this.#publisher.makePages(await this.#contacts.all());
    this.#pages.forget();
  }
}
