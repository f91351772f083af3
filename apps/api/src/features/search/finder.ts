import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import type { Entry } from './entry.ts';
import { anywhere, asWords } from './tokens.ts';

export type FoundEntry = Pick<Entry, 'kind' | 'step' | 'block' | 'lang' | 'title' | 'text'>;

/** One way to spell a query: all keys must stand in an entry. */
type Way = readonly string[];

/** A place is found by two turns at most. */
const TURNS_A_PLACE = 2;
/** Lengths of answers for which PostgreSQL keeps the statement, and for how many ways to spell: what nearly everybody asks. */
const LENGTHS = [21, 51];
const KEPT_WAYS = 2;

const pattern = (key: string): string => `%${key.replace(/[\\%_]/g, '\\$&')}%`;

/** By which tokens candidates are had, first, second and last. */
function turnsFor(way: Way, lang: string): number[][] {
  const [title, text] = [true, false].map((one) => ({ lang, title: one })) as [{ lang: string; title: true }, { lang: string; title: false }];
  const inTitles = anywhere(way, title);
  const inTexts = anywhere(way, text);
  return [inTitles.length > 0 ? inTitles : asWords(way, title), asWords(way, text), ...(inTexts.length > 0 ? [inTexts] : [])];
}

/** Finds entries by one statement. */
@Injectable()
export class Finder {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Places in these courses that have one of the ways: titles first, then whole words, then anywhere within words; in each
   * turn this language first, then as they were published. A place is found once, in the language that is wanted.
   */
  async find(courses: readonly string[], ways: readonly Way[], lang: string, most: number): Promise<FoundEntry[]> {
    const values: unknown[] = [courses];
    const put = (value: unknown): string => `$${values.push(value)}`;
    const patterns = ways.map((way) => put(way.map(pattern)));
    const languages = [lang, ...SITE.languages.filter((one) => one !== lang)];
    // By turn, by language: what one of the ways must have.
    const having: string[][] = [];
    for (const [at, one] of languages.entries())
      for (const [way, keys] of ways.entries())
        for (const [turn, tokens] of turnsFor(keys, one).entries())
          (having[turn * languages.length + at] ??= []).push(`(tokens @> ${put(tokens)}::int[] AND key LIKE ALL(${patterns[way]}::text[]))`);
    const length = LENGTHS.find((one) => one >= most) ?? most;
    const enough = length * TURNS_A_PLACE * languages.length;
    const turns = having.flatMap((ones, turn) => `(SELECT id, step, block, ${turn} AS turn FROM search_entries WHERE course = ANY($1) AND (${ones.join(' OR ')}) LIMIT ${enough})`);
    // One turn after the other, and none any more when there is enough: the limits within turns keep PostgreSQL from taking
    // them side by side. Texts are read of what is answered alone.
    const text = `
      SELECT kind, step, block, lang, title, text FROM (
        SELECT id, turn FROM (
          SELECT DISTINCT ON (step, block) id, turn FROM (
            SELECT id, step, block, turn FROM (${turns.join(' UNION ALL ')}) AS candidate LIMIT ${enough}
          ) AS candidate ORDER BY step, block, turn, id
        ) AS place ORDER BY turn, id LIMIT ${length}
      ) AS found JOIN search_entries USING (id) ORDER BY turn, id`;
    const { rows } = await this.#database.pool.query<FoundEntry>({ ...this.#nameOf(ways, length), text, values });
    return rows.slice(0, most);
  }

  /** Statements that differ in their text have different names, or none: then PostgreSQL keeps nothing of them. */
  #nameOf(ways: readonly Way[], length: number): { name?: string } {
    const usual = ways.length <= KEPT_WAYS && LENGTHS.includes(length) && ways.every((way) => way.some((key) => key.length > 1));
    return usual ? { name: `search-${ways.length}-${length}` } : {};
  }
}
