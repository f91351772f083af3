import type en from './en.json';

/** The words of one language, by key. */
export type Words = typeof en;

/** What is filled into a text's `{{places}}`. `count` also chooses the plural form. */
export type Values = Record<string, string | number>;

type Table = Readonly<Record<string, string>>;

/** The plural form of a count; where the browser does not know the language's rules, the one that every language has. */
function formOf(lang: string, count: number): string {
  try {
    return new Intl.PluralRules(lang).select(count);
  } catch {
    return 'other';
  }
}

/**
 * Says things in one language at a time; others are added when they are chosen. Texts are flat tables by key with
 * `{{places}}` and plural forms as `key_one`, `key_other`: the files that i18next reads, without its 11 KB.
 */
export class Speaker {
  #lang: string;
  readonly #tables = new Map<string, Table>();
  readonly #listeners = new Set<() => void>();

  constructor(lang: string, words?: object) {
    this.#lang = lang;
    if (words) this.add(lang, words);
  }

  get lang(): string {
    return this.#lang;
  }

  /** Whether a set of words is there; the name of the app's own set is empty. */
  knows(lang: string, set = ''): boolean {
    return this.#tables.has(`${lang}/${set}`);
  }

  add(lang: string, words: object, set = ''): void {
    this.#tables.set(`${lang}/${set}`, words as Table);
  }

  /** Changes the language in place and tells who follows. */
  change(lang: string): void {
    this.#lang = lang;
    for (const listener of this.#listeners) listener();
  }

  readonly follow = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The text of a key; the key itself where nobody has written it. */
  say(key: string, values: Values = {}, lang: string = this.#lang, set = ''): string {
    const table = this.#tables.get(`${lang}/${set}`) ?? {};
    const { count } = values;
    const plural = typeof count === 'number' ? (table[`${key}_${formOf(lang, count)}`] ?? table[`${key}_other`]) : undefined;
    return (plural ?? table[key] ?? key).replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place));
  }
}
