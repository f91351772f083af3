import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.ts';
import type { Entry } from './entry.ts';
import { anywhere, asWords, TITLE_TOKEN } from './tokens.ts';

export type FoundEntry = Pick<Entry, 'kind' | 'step' | 'block' | 'lang' | 'title' | 'text'>;

/** One way to spell a query: all keys must stand in an entry. */
type Way = readonly string[];

/** What is asked first, and by which tokens candidates are had. Titles are looked through once: the other turns leave them out. */
const TURNS: readonly { of: string; tokens: (way: Way) => number[] }[] = [
  { of: 'block IS NULL', tokens: (way) => [TITLE_TOKEN, ...anywhere(way)] },
  { of: 'block IS NOT NULL', tokens: asWords },
  { of: 'block IS NOT NULL', tokens: anywhere },
];
/** A place is found at most so often: by two turns, in two languages. */
const TWICE_TWICE = 4;
/** Statements are kept by PostgreSQL for as many ways as nearly every query has, and for two lengths of answers. */
const KEPT_WAYS = 2;
const LENGTHS = [21, 51];

const pattern = (key: string): string => `%${key.replace(/[\\%_]/g, '\\$&')}%`;

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
    const values: unknown[] = [courses, lang];
    const put = (value: unknown): string => `$${values.push(value)}`;
    const patterns = ways.map((way) => put(way.map(pattern)));
    const turns = TURNS.flatMap(({ of, tokens }) => {
      const having = ways.flatMap((way, at) => {
        const wanted = tokens(way);
        return wanted.length === 0 ? [] : [`(tokens @> ${put(wanted)}::int[] AND key LIKE ALL(${patterns[at]}::text[]))`];
      });
      return having.length === 0 ? [] : ['=', '<>'].map((is) => `${of} AND lang ${is} $2 AND (${having.join(' OR ')})`);
    });
    const length = LENGTHS.find((one) => one >= most) ?? most;
    // The limit within ends the work early where nearly everything fits: turns are taken one after the other, each as far
    // as it is needed. Texts are read of what is answered alone.
    const text = `
      SELECT kind, step, block, lang, title, text FROM (
        SELECT DISTINCT ON (step, block) id, turn FROM (
          SELECT id, step, block, turn FROM (
            ${turns.map((turn, at) => `(SELECT id, step, block, ${at} AS turn FROM search_entries WHERE course = ANY($1) AND ${turn})`).join(' UNION ALL ')}
          ) AS candidate LIMIT ${length * TWICE_TWICE}
        ) AS place ORDER BY step, block, turn, id
      ) AS found JOIN search_entries USING (id) ORDER BY turn, id LIMIT ${length}`;
    const whole = turns.length === TURNS.length * 2 && ways.every((way) => anywhere(way).length > 0);
    const name = whole && ways.length <= KEPT_WAYS && LENGTHS.includes(length) ? { name: `search-${ways.length}-${length}` } : {};
    const { rows } = await this.#database.pool.query<FoundEntry>({ ...name, text, values });
    return rows.slice(0, most);
  }
}
