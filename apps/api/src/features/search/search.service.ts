import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { search, searchResult } from '@seek-justice/contracts/endpoints/search.ts';
import { keyedText } from '@seek-justice/domain/language/keyed-text.ts';
import { excerptOf, marksIn } from '@seek-justice/domain/language/marks.ts';
import { spellingsOf } from '@seek-justice/domain/language/variants.ts';
import { Finder, type FoundEntry } from './finder.ts';
import { Surroundings } from './surroundings.ts';

type Found = z.output<typeof search.success.body>;
type Result = z.output<typeof searchResult>;

/** More words narrow a query down no further that anybody types. */
const MOST_WORDS = 8;
/** Ways to spell a whole query. */
const MOST_WAYS = 8;

/** Finds what a reader typed: titles first, then whole words, then anywhere within words. */
@Injectable()
export class SearchService {
  readonly #finder: Finder;
  readonly #surroundings: Surroundings;

  constructor(finder: Finder, surroundings: Surroundings) {
    this.#finder = finder;
    this.#surroundings = surroundings;
  }

  /** @param courses ids of the courses that the reader may read. */
  async find(query: string, courses: readonly string[], lang: string, limit: number): Promise<Found> {
    const { key } = keyedText(query);
    if (key.length < 2) return { results: [], more: false };
    const words = key.split(' ').slice(0, MOST_WORDS);
    const ways = waysOf(words);
    const spellings = [...new Set(ways.flat())];
    const [around, entries] = await Promise.all([this.#surroundings.find(ways, lang), this.#finder.find(courses, ways, lang, limit + 1)]);
    const results = [...around, ...entries.map((entry) => asResult(entry, spellings))];
    return { results: results.slice(0, limit), more: results.length > limit };
  }
}

function waysOf(words: readonly string[]): string[][] {
  let ways: string[][] = [[]];
  for (const word of words) ways = ways.flatMap((way) => spellingsOf(word).map((one) => [...way, one])).slice(0, MOST_WAYS);
  return ways;
}

function asResult({ kind, step, block, lang, title, text }: FoundEntry, spellings: readonly string[]): Result {
  const excerpt = excerptOf(text, marksIn(keyedText(text), spellings));
  return { kind, id: step, ...(block === null ? {} : { block }), title, lang, ...excerpt };
}
