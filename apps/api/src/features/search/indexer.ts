import { setImmediate } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Contacts } from '../../database/contacts.ts';
import { Listener } from '../../database/listener.ts';
import { Published, PUBLISHED_CHANNEL, type PublishedCourse } from '../../records/published.ts';
import type { ContactNames, Entry } from './entry.ts';
import { EntryStore } from './entry-store.ts';
import { entriesOf, type Source, sourcesOf } from './source.ts';

const LEAVES_TOGETHER = 8;
const AGAIN_MS = 5_000;

/** Makes the index of what is published: at the start and after each publish, only of leaves that are new. */
@Injectable()
export class Indexer implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #store: EntryStore;
  readonly #published: Published;
  readonly #contacts: Contacts;
  #running: Promise<void> | null = null;
  #due = false;
  #ended = false;

  constructor(store: EntryStore, published: Published, contacts: Contacts, listener: Listener) {
    this.#store = store;
    this.#published = published;
    this.#contacts = contacts;
    listener.on(PUBLISHED_CHANNEL, () => this.#refresh());
  }

  onApplicationBootstrap(): void {
    this.#refresh();
  }

  async onModuleDestroy(): Promise<void> {
    this.#ended = true;
    await this.#running;
  }

  /** Beside everything else: nobody waits for it. */
  #refresh(): void {
    this.#due = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#due) this.#refresh();
    });
  }

  async #run(): Promise<void> {
    while (this.#due && !this.#ended) {
      this.#due = false;
      try {
        await this.#bringUp();
      } catch {
        // The database is away, which everybody else says: tried again.
        if (!this.#ended) setTimeout(() => this.#refresh(), AGAIN_MS).unref();
      }
    }
    this.#due &&= !this.#ended;
  }

  async #bringUp(): Promise<void> {
    const names = await this.#contacts.all();
    const courses = await this.#published.courses();
    for (const course of courses) await this.#bringUpCourse(course, names);
    if (!this.#ended) await this.#store.keepCourses(courses.map(({ manifest }) => manifest.id));
  }

  async #bringUpCourse({ manifest }: PublishedCourse, names: ContactNames): Promise<void> {
    const wanted = sourcesOf(manifest, names);
    const there = await this.#store.madeOf(manifest.id);
    const missing = wanted.filter(({ madeOf }) => !there.has(madeOf));
    for (let at = 0; at < missing.length && !this.#ended; at += LEAVES_TOGETHER) {
      const sources = missing.slice(at, at + LEAVES_TOGETHER);
      const bodies = await this.#store.bodies(sources);
      const made: (Source & { entries: Entry[] })[] = [];
      for (const source of sources) {
        const body = bodies.get(source.leaf);
        made.push({ ...source, entries: body ? entriesOf(body, source.title, names) : [] });
        // Cutting words takes long: whoever asks for something meanwhile is not kept waiting.
        await setImmediate();
      }
      await this.#store.put(manifest.id, made);
    }
    const stale = [...there].some((one) => !wanted.some(({ madeOf }) => madeOf === one));
    if (stale && !this.#ended) await this.#store.keep(manifest.id, wanted.map(({ madeOf }) => madeOf));
  }
}
