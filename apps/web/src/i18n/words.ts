import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import { useSpeaker } from './provider.tsx';
import type { Values, Words } from './speaker.ts';

type Base<K> = K extends `${infer B}_one` | `${infer B}_other` ? B : K;

/** What can be said: the keys of the words, a plural's forms as one. */
export type Key = Base<keyof Words>;

/** Values as they are shown: numbers in the digits of the language. */
export function inDigits(lang: string, values: Values): Values {
  const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? digitsFor(lang, value) : value]));
  // `count` stays a number, because it chooses the plural; what is shown of it is `n`.
  return typeof values.count === 'number' ? { ...shown, n: shown.count ?? '', count: values.count } : shown;
}

/**
 * The words of the present language. Numbers given to `t` come out in that language's digits; `n` does the same
 * to a number that stands alone.
 */
export function useWords(): { t: (key: Key, values?: Values) => string; n: (value: string | number) => string; lang: string } {
  const { words, lang } = useSpeaker();
  return { lang, t: (key, values) => words.say(key, values && inDigits(lang, values)), n: (value) => digitsFor(lang, value) };
}
