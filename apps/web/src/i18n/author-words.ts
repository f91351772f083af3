import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import en from './author/en.json';
import km from './author/km.json';
import { useSpeaker } from './provider.tsx';
import type { Values } from './speaker.ts';

/** What the authors' side can say. */
export type AuthorKey = keyof typeof en;

const ALL: Record<string, object> = { en, km };
const SET = 'author';

/** The words of the authors' side in the present language; numbers come out in its digits. A key that was put together falls back to itself. */
export function useAuthorWords(): { t: (key: AuthorKey, values?: Values) => string; say: (key: string, values?: Values) => string; n: (value: number | string) => string; lang: string } {
  const { words, lang } = useSpeaker();
  // Both languages come with this side, so that switching waits for nothing.
  if (!words.knows(lang, SET)) words.add(lang, ALL[lang] ?? en, SET);
  const n = (value: number | string): string => digitsFor(lang, value);
  const say = (key: string, values: Values = {}): string =>
    words.say(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? n(value) : value])), lang, SET);
  return { lang, n, say, t: say };
}
