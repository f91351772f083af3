import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { PublishedCourse } from '../../records/published.ts';
import type { ContactNames, Entry } from './entry.ts';
import { EntryStore } from './entry-store.ts';
import { entriesOf, type Source, sourcesOf } from './source.ts';

const LEAVES_TOGETHER = 8;

/** What a course lacks in the index. */
interface Plan {
  course: PublishedCourse;
  missing: readonly Source[];
}

/** Makes the entries of a course, only of leaves that are new. */
@Injectable()
export class CourseEntries {
  readonly #store: EntryStore;
  #ended = false;

  constructor(store: EntryStore) {
    this.#store = store;
  }

  /** Ends what is under way after the leaves at hand. */
  stop(): void {
    this.#ended = true;
  }

  async plan(course: PublishedCourse, names: ContactNames): Promise<Plan> {
    const there = await this.#store.madeOf(course.manifest.id);
    return { course, missing: sourcesOf(course.manifest, names).filter(({ madeOf }) => !there.has(madeOf)) };
  }

  /**
   * Makes what is missing, until the course is published anew: that is told, and planned again.
   * @param made told how many leaves were made.
   * @returns why entries of some leaves could not be made.
   */
  async make({ course, missing }: Plan, names: ContactNames, made: (leaves: number) => void): Promise<unknown[]> {
    const broken: unknown[] = [];
    for (let at = 0; at < missing.length && !this.#ended; at += LEAVES_TOGETHER) {
      const sources = missing.slice(at, at + LEAVES_TOGETHER);
      const bodies = await this.#store.bodies(sources);
      const ready: (Source & { entries: Entry[] })[] = [];
      for (const source of sources) {
        try {
          ready.push({ ...source, entries: entriesOf(bodies.get(source.leaf) ?? '', source.title, names) });
        } catch (error) {
          broken.push(error);
        }
        // Cutting words takes long: whoever asks for something meanwhile is not kept waiting.
        await setImmediate();
      }
      if (!(await this.#store.put(course, ready))) break;
      made(ready.length);
    }
    await this.#store.settle();
    return broken;
  }
}
