import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import en from './author/en.json';
import km from './author/km.json';
import { useSpeaker } from './provider.tsx';
import type { Speaker, Values } from './speaker.ts';
import { inDigits } from './words.ts';

type Base<K> = K extends `${infer B}_one` | `${infer B}_other` ? B : K;

/** What the author side can say: the keys of its words, a plural's forms as one. */
export type AuthorKey = Base<keyof typeof en>;

type Say<Key extends string> = (key: Key, values?: Values) => string;

const ALL: Record<string, object> = { en, km };
const SET = 'author';

/** The author words of one language, whatever the reader's own is: a slide speaks the language that it shows. */
export function authorWordsIn(words: Speaker, lang: string): Say<string> {
  // Both languages come with the author side, so that switching waits for nothing.
  if (!words.knows(lang, SET)) words.add(lang, ALL[lang] ?? en, SET);
  return (key, values) => words.say(key, values && inDigits(lang, values), lang, SET);
}

/** The words of the author side in the present language. `say` takes keys that were put together; one that is not there is said as it stands. `sayIn` speaks another language. */
export function useAuthorWords(): { t: Say<AuthorKey>; say: Say<string>; sayIn: (lang: string) => Say<AuthorKey>; n: (value: number | string) => string; lang: string } {
  const { words, lang } = useSpeaker();
  const say = authorWordsIn(words, lang);
  return { lang, t: say, say, sayIn: (other) => authorWordsIn(words, other), n: (value) => digitsFor(lang, value) };
}

/** The words for a kind of block, also of a type that this build does not know. */
export function kindKey(type: string, kind?: string): AuthorKey {
  const key = `slide.${type === 'callout' && kind ? kind : type}`;
  return Object.hasOwn(en, key) ? (key as AuthorKey) : 'slide.other';
}
