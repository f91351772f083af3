import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { searchResult } from '@seek-justice/contracts/endpoints/search.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { type KeyedText, keyedText } from '@seek-justice/domain/language/keyed-text.ts';
import { marksIn } from '@seek-justice/domain/language/marks.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { Contacts } from '../../database/contacts.ts';

type Result = z.output<typeof searchResult>;

interface Named {
  kind: 'contact' | 'place';
  id: string;
  /** By language. */
  titles: Map<string, string>;
  texts: Map<string, KeyedText>;
  /** What it is found by beside its texts, and never shows. */
  hidden: string;
}

/** Numbers change seldom; whoever looks for one sees the change after this. */
const FRESH_MS = 5_000;
const MOST = 5;

const keyed = (text: LocalizedText): Map<string, KeyedText> => new Map(Object.entries(text).map(([lang, one]) => [lang, keyedText(one)]));

const PLACES: Named[] = SITE.provinces.map(({ id, name }) => ({ kind: 'place', id, titles: new Map(Object.entries(name)), texts: keyed(name), hidden: '' }));

/** Contacts and provinces: few, so they are looked through. */
@Injectable()
export class Surroundings {
  readonly #contacts: Contacts;
  #known: { until: number; all: Promise<Named[]> } | null = null;

  constructor(contacts: Contacts) {
    this.#contacts = contacts;
  }

  /** Those that have one of these ways to spell the query, in `lang` where it stands there, else in the language where it does. */
  async find(ways: readonly string[][], lang: string): Promise<Result[]> {
    const spellings = [...new Set(ways.flat())];
    return (await this.#all())
      .flatMap(({ kind, id, titles, texts, hidden }): Result[] => {
        const langs = [...texts.keys()].sort((a, b) => Number(b === lang) - Number(a === lang));
        const at = langs.find((one) => ways.some((keys) => keys.every((key) => texts.get(one)?.key.includes(key) || (hidden !== '' && hidden.includes(key)))));
        const text = at === undefined ? undefined : texts.get(at);
        if (at === undefined || !text) return [];
        return [{ kind, id, title: titles.get(at) ?? '', lang: at, text: text.text, marks: marksIn(text, spellings) }];
      })
      .slice(0, MOST);
  }

  #all(): Promise<Named[]> {
    if (!this.#known || this.#known.until < Date.now()) {
      const all = this.#read();
      this.#known = { until: Date.now() + FRESH_MS, all };
      all.catch(() => (this.#known = null));
    }
    return this.#known.all;
  }

  async #read(): Promise<Named[]> {
    const contacts = await this.#contacts.all();
    return [
      ...contacts.map(({ id, name, answers, number }): Named => {
        const both = Object.fromEntries(Object.entries(name).map(([lang, one]) => [lang, [one, answers[lang]].filter(Boolean).join('\n')]));
        return { kind: 'contact', id, titles: new Map(Object.entries(name)), texts: keyed(both), hidden: number.replace(/\D/g, '') };
      }),
      ...PLACES,
    ];
  }
}
