import { readFileSync } from 'node:fs';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';

export type Lang = 'km' | 'en';
export const LANGS: readonly Lang[] = ['km', 'en'];

type Words = Record<string, string>;

function read(file: string): Words {
  return JSON.parse(readFileSync(new URL(`../../../web/src/i18n/${file}`, import.meta.url), 'utf8')) as Words;
}

const ALL: Record<Lang, Words> = {
  km: { ...read('staff/km.json'), ...read('late/km.json'), ...read('km.json') },
  en: { ...read('staff/en.json'), ...read('late/en.json'), ...read('en.json') },
};

const AUTHOR: Record<Lang, Words> = { km: read('author/km.json'), en: read('author/en.json') };

/** The same of the authors' side, whose words are a set of their own. */
export function sayAuthor(lang: Lang, key: string): string {
  const words = AUTHOR[lang][key];
  if (words === undefined) throw new Error(`authors have no words for ${key} in ${lang}`);
  return words;
}

/** Every key of the words: none of them may ever be seen on a screen. */
export const KEYS: readonly string[] = [...Object.keys(ALL.en), ...Object.keys(AUTHOR.en)];

/** What the app says under a key, taken from its own words; a test breaks when a key goes, not when a word changes. */
export function say(lang: Lang, key: string, values: Record<string, string | number> = {}): string {
  const words = ALL[lang][key];
  if (words === undefined) throw new Error(`there are no words for ${key} in ${lang}`);
  return words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? digitsFor(lang, value) : value;
  });
}

/** A text anywhere in a longer one. */
export function part(words: string): RegExp {
  return new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
