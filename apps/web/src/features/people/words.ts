import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import en from '../../i18n/staff/en.json';
import { useSpeaker } from '../../i18n/provider.tsx';
import type { Speaker, Values } from '../../i18n/speaker.ts';
import km from '../../i18n/staff/km.json';

type Base<K> = K extends `${infer B}_one` | `${infer B}_other` ? B : K;

/** What the staff side can say: the keys of its words, a plural's forms as one. */
export type StaffKey = Base<keyof typeof en>;

type Say = (key: StaffKey, values?: Values) => string;

const ALL: Record<string, object> = { en, km };
const SET = 'staff';

/** A number in the digits and groups of a language: 10,000 or ១០.០០០. */
export function numberFor(lang: string, value: number): string {
  return digitsFor(lang, new Intl.NumberFormat(lang).format(value));
}

function shown(lang: string, values: Values = {}): Values {
  const words = Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? numberFor(lang, value) : value]);
  // `count` stays a number, because it chooses the plural; what is shown of it is `n`.
  const count = typeof values.count === 'number' ? { n: numberFor(lang, values.count), count: values.count } : {};
  return { ...Object.fromEntries(words), ...count };
}

/** The staff words of one language, whatever the reader's own is: a card speaks its holder's. */
export function staffWordsIn(words: Speaker, lang: string): Say {
  // Both languages come with the staff side, so that switching waits for nothing.
  if (!words.knows(lang, SET)) words.add(lang, ALL[lang] ?? en, SET);
  return (key, values) => words.say(key, shown(lang, values), lang, SET);
}

/** The words of the staff side in the present language; numbers come out in its digits. */
export function useStaffWords(): { t: Say; n: (value: number | string) => string; lang: string; say: (lang: string) => Say } {
  const { words, lang } = useSpeaker();
  return {
    lang,
    t: staffWordsIn(words, lang),
    n: (value) => (typeof value === 'number' ? numberFor(lang, value) : digitsFor(lang, value)),
    say: (other) => staffWordsIn(words, other),
  };
}
