import { Injectable } from '@nestjs/common';
import { SITE } from '@seek-justice/seed/site.ts';
import { Database } from '../../database/database.ts';
import type { Entry } from './entry.ts';
import { anywhere, asWords } from './tokens.ts';

export type FoundEntry = Pick<Entry, 'kind' | 'step' | 'block' | 'lang' | 'title' | 'text'>;

/** One way to spell a query: all keys must stand in an entry. */
type Way = readonly string[];

/** Lengths of answers, and numbers of ways and of words, for which PostgreSQL keeps the statement: what nearly everybody asks. */
const LENGTHS = [21, 51];
const KEPT_WAYS = 2;
const KEPT_WORDS = 3;

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
    const length = LENGTHS.find((one) => one >= most) ?? most;
    const languages = [lang, ...SITE.languages.filter((one) => one !== lang)];
    const statement = statementFor(courses, ways, languages, length);
    const usual = ways.length <= KEPT_WAYS && ways.every((way) => way.length <= KEPT_WORDS && way.some((key) => key.length > 1)) && LENGTHS.includes(length);
    // Two texts have two names; without a name PostgreSQL keeps nothing.
    const name = usual ? { name: `search-${length}-${languages.length}-${ways.map((way) => way.length).join('-')}` } : {};
    const { rows } = await this.#database.pool.query<FoundEntry>({ ...name, ...statement });
    return rows.slice(0, most);
  }
}

function statementFor(courses: readonly string[], ways: readonly Way[], languages: readonly string[], length: number): { text: string; values: unknown[] } {
  const values: unknown[] = [courses];
  const put = (value: unknown): string => `$${values.push(value)}`;
  // By a subquery, so that PostgreSQL takes one plan for all values: to make a plan takes longer than to search.
  const has = (tokens: readonly number[]): string => `tokens @> (SELECT ${put(tokens)}::int[])`;
  // The key itself decides; tokens only say where it is worth looking.
  const keys = ways.map((way) => way.map((key) => `strpos(key, ${put(key)}) > 0`).join(' AND '));
  const anyWay = (tokensOf: (way: Way) => string): string => `(${ways.map((way, at) => `(${tokensOf(way)} AND ${keys[at]})`).join(' OR ')})`;
  const inTitles = languages.map((lang) => {
    const place = { lang, title: true };
    return anyWay((way) => has(anywhere(way, place).length > 0 ? anywhere(way, place) : asWords(way, place)));
  });
  const asWholeWords = languages.map((lang) => anyWay((way) => has(asWords(way, { lang, title: false }))));
  const withinWords = languages.flatMap((lang, at) => {
    const place = { lang, title: false };
    if (!ways.some((way) => anywhere(way, place).length > 0)) return [];
    return `${anyWay((way) => (anywhere(way, place).length > 0 ? has(anywhere(way, place)) : 'false'))} AND NOT ${asWholeWords[at]}`;
  });
  // One turn after the other, and none any more when there is enough: the limits of the turns keep PostgreSQL from taking
  // them side by side. A place may stand there once in each language.
  const enough = length * languages.length;
  const turns = [...inTitles, ...asWholeWords, ...withinWords].map(
    (having, turn) => `(SELECT id, step, block, ${turn} AS turn FROM search_entries WHERE course = ANY($1) AND ${having} LIMIT ${enough})`,
  );
  // Texts are read of what is answered alone.
  const text = `
    SELECT kind, step, block, lang, title, text FROM (
      SELECT id, turn FROM (
        SELECT DISTINCT ON (step, block) id, turn
        FROM (SELECT * FROM (${turns.join(' UNION ALL ')}) AS each_turn LIMIT ${enough}) AS candidate
        ORDER BY step, block, turn, id
      ) AS place ORDER BY turn, id LIMIT ${length}
    ) AS found JOIN search_entries USING (id) ORDER BY turn, id`;
  return { text, values };
}
