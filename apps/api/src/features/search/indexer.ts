import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Contacts } from '../../database/contacts.ts';
import { Listener } from '../../database/listener.ts';
import { Rounds } from '../../database/rounds.ts';
import { causeOf, Log } from '../../http/log.ts';
import { Metrics } from '../../http/metrics.ts';
import { Published, PUBLISHED_CHANNEL } from '../../records/published.ts';
import { CourseEntries } from './course-entries.ts';

/** Makes the index of what is published: at the start and after each publish, and again where it failed. */
@Injectable()
export class Indexer implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #entries: CourseEntries;
  readonly #published: Published;
  readonly #contacts: Contacts;
  readonly #metrics: Metrics;
  readonly #rounds: Rounds;

  constructor(entries: CourseEntries, published: Published, contacts: Contacts, listener: Listener, metrics: Metrics, log: Log) {
    this.#entries = entries;
    this.#published = published;
    this.#contacts = contacts;
    this.#metrics = metrics;
    this.#rounds = new Rounds(
      () => this.#bringUp(),
      (error) => {
        metrics.searchFailures.inc();
        log.error({ event: 'search_index', ...causeOf(error) });
      },
    );
    listener.on(PUBLISHED_CHANNEL, () => this.#rounds.begin());
  }

  onApplicationBootstrap(): void {
    this.#rounds.begin();
  }

  async onModuleDestroy(): Promise<void> {
    this.#entries.stop();
    await this.#rounds.end();
  }

  async #bringUp(): Promise<void> {
    const names = await this.#contacts.all();
    const plans = await Promise.all((await this.#published.courses()).map((course) => this.#entries.plan(course, names)));
    this.#metrics.searchDue.set(plans.reduce((sum, { missing }) => sum + missing.length, 0));
    const broken: unknown[] = [];
    for (const plan of plans) broken.push(...(await this.#entries.make(plan, names, (leaves) => this.#metrics.searchDue.dec(leaves))));
    // One text that cannot be read keeps no other one from being found, and is said.
    if (broken.length > 0) throw broken[0];
  }
}
