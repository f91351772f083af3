import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { publish } from '@seek-justice/domain/curriculum/publish.ts';
import { loadCourse, loadFacts, loadGlossary } from '@seek-justice/seed/load.ts';
import { loadRecordings } from '@seek-justice/seed/narration.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { Config } from '../../config/options.ts';
import { Contacts } from '../../database/contacts.ts';
import { SeededDrafts } from './drafts/seeded-drafts.ts';
import { sha256 } from './drafts/today.ts';
import { GlossaryRepository } from './glossary/glossary.repository.ts';
import { narrated, Narrations } from './narrations.ts';
import { Pages } from './pages.ts';
import { Publisher } from './publisher.ts';

/** Courses that every installation starts with, in order. */
const SEEDED = ['pastors'];

/**
 * Fills a new installation with the seeded curriculum, and makes whatever pages are not current. What staff have changed
 * is theirs; what they have not is replaced where a later release brings a better text.
 */
@Injectable()
export class Seeding implements OnApplicationBootstrap {
  readonly #config: Config;
  readonly #narrations: Narrations;
  readonly #publisher: Publisher;
  readonly #contacts: Contacts;
  readonly #pages: Pages;
  readonly #seeds: SeededDrafts;
  readonly #glossary: GlossaryRepository;

  constructor(config: Config, narrations: Narrations, publisher: Publisher, contacts: Contacts, pages: Pages, seeds: SeededDrafts, glossary: GlossaryRepository) {
    this.#config = config;
    this.#narrations = narrations;
    this.#publisher = publisher;
    this.#contacts = contacts;
    this.#pages = pages;
    this.#seeds = seeds;
    this.#glossary = glossary;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { contacts, sources } = await loadFacts();
    const courses = await Promise.all(SEEDED.map(loadCourse));
    const recordings = await this.#narrations.store(await loadRecordings(this.#config.options.narration), courses);
    const titled = contacts.map((contact) => ({ ...contact, sourceTitle: sources.find(({ id }) => id === contact.source)?.title }));
    await this.#contacts.seed(narrated(titled, recordings, SITE.languages));
    await this.#seeds.take(courses, sources);
    await this.#glossary.seed(await loadGlossary());
    // As they came, not as authors have them by now: what those changed is published by them alone.
    const ours = await this.#seeds.neverPublished(courses.map(({ id }) => id));
    const snapshots = courses.filter(({ id }) => ours.includes(id)).map((course) => publish(course, SITE.languages, sources, sha256, recordings));
    await this.#publisher.alone(async () => {
      await this.#publisher.publish(snapshots);
      await this.#publisher.makePages(await this.#contacts.all());
    });
    this.#pages.forget();
  }
}
