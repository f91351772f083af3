import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { search, searchResult } from '@seek-justice/contracts/endpoints/search.ts';
import { keyedText } from '@seek-justice/domain/language/keyed-text.ts';
import { excerptOf, marksIn } from '@seek-justice/domain/language/marks.ts';
import { spellingsOf } from '@seek-justice/domain/language/variants.ts';
import { EntryStore, type StoredEntry, type Wanted } from './entry-store.ts';
import { Surroundings } from './surroundings.ts';
import { anywhere, asWords, TITLE_TOKEN } from './tokens.ts';

type Found = z.output<typeof search.success.body>;
type Result = z.output<typeof searchResult>;

/** More words narrow a query down no further that anybody types. */
const MOST_WORDS = 8;
/** Ways to spell a whole query. */
const MOST_WAYS = 8;
/** Room for what is found by two ways or in two languages. */
const SPARE = 3;

/** Finds what a reader typed: titles first, then whole words, then anywhere within words. */
@Injectable()
export class SearchService {
  readonly #store: EntryStore;
  readonly #surroundings: Surroundings;

  constructor(store: EntryStore, surroundings: Surroundings) {
    this.#store = store;
    this.#surroundings = surroundings;
  }

  /** @param courses ids of the courses that the reader may read. */
  async find(query: string, courses: readonly string[], lang: string, limit: number): Promise<Found> {
    const { key } = keyedText(query);
    if (key.length < 2) return { results: [], more: false };
    const words = key.split(' ').slice(0, MOST_WORDS);
    const ways = waysOf(words);
    const spellings = [...new Set(ways.flat())];
    const around = await this.#surroundings.find(ways, lang);
    const entries = await this.#entries(ways, courses, lang, limit + 1);
    const results = [...around, ...entries.map((entry) => asResult(entry, spellings))];
    return { results: results.slice(0, limit), more: results.length > limit };
  }

  async #entries(ways: readonly string[][], courses: readonly string[], lang: string, most: number): Promise<StoredEntry[]> {
    const found = new Map<string, StoredEntry>();
    const room = most * SPARE;
    const steps: ((keys: readonly string[]) => number[])[] = [(keys) => [TITLE_TOKEN, ...anywhere(keys)], asWords, anywhere];
    for (const tokens of steps) {
      const wanted: Wanted[] = ways.map((keys) => ({ keys, tokens: tokens(keys) })).filter((one) => one.tokens.length > 0);
      if (wanted.length === 0) continue;
      for (const entry of await this.#store.find(courses, wanted, lang, room)) {
        // The same place in another language is found once, in the one that is wanted.
        const place = JSON.stringify([entry.step, entry.block]);
        if (!found.has(place)) found.set(place, entry);
      }
      if (found.size >= most) break;
    }
    return [...found.values()].slice(0, most);
  }
}

function waysOf(words: readonly string[]): string[][] {
  let ways: string[][] = [[]];
  for (const word of words) ways = ways.flatMap((way) => spellingsOf(word).map((one) => [...way, one])).slice(0, MOST_WAYS);
  return ways;
}

function asResult({ kind, step, block, lang, title, text }: StoredEntry, spellings: readonly string[]): Result {
  const excerpt = excerptOf(text, marksIn(keyedText(text), spellings));
  return { kind, id: step, ...(block === null ? {} : { block }), title, lang, ...excerpt };
}
