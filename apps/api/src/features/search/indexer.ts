import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Contacts } from '../../database/contacts.ts';
import { Listener } from '../../database/listener.ts';
import { causeOf, Log } from '../../http/log.ts';
import { Metrics } from '../../http/metrics.ts';
import { Published, PUBLISHED_CHANNEL } from '../../records/published.ts';
import { CourseEntries } from './course-entries.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

/** Makes the index of what is published: at the start and after each publish, and again where it failed. */
@Injectable()
export class Indexer implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #entries: CourseEntries;
  readonly #published: Published;
  readonly #contacts: Contacts;
  readonly #metrics: Metrics;
  readonly #log: Log;
  #running: Promise<void> | null = null;
  #due = false;
  #ended = false;
  #wait = FIRST_WAIT_MS;
  #timer: NodeJS.Timeout | undefined;

  constructor(entries: CourseEntries, published: Published, contacts: Contacts, listener: Listener, metrics: Metrics, log: Log) {
    this.#entries = entries;
    this.#published = published;
    this.#contacts = contacts;
    this.#metrics = metrics;
    this.#log = log;
    listener.on(PUBLISHED_CHANNEL, () => this.#refresh());
  }

  onApplicationBootstrap(): void {
    this.#refresh();
  }

  async onModuleDestroy(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#entries.stop();
    await this.#running;
  }

  /** Beside everything else: nobody waits for it. */
  #refresh(): void {
    this.#due = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#due && !this.#ended) this.#refresh();
    });
  }

  async #run(): Promise<void> {
    while (this.#due && !this.#ended) {
      this.#due = false;
      try {
        await this.#bringUp();
        this.#wait = FIRST_WAIT_MS;
      } catch (error) {
        this.#failed(error);
      }
    }
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

  /** Said each time, and tried again, each time later: what failed may be this process's own, or the database may be away. */
  #failed(error: unknown): void {
    if (this.#ended) return;
    this.#metrics.searchFailures.inc();
    this.#log.error({ event: 'search_index', ...causeOf(error) });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refresh(), this.#wait).unref();
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }
}
