import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import en from './late/en.json';
import km from './late/km.json';
import { useSpeaker } from './provider.tsx';
import { Speaker, type Values } from './speaker.ts';
import { inDigits } from './words.ts';

type Base<K> = K extends `${infer B}_one` | `${infer B}_other` ? B : K;

/** What the learner's late screens can say: the keys of their words, a plural's forms as one. */
export type LateKey = Base<keyof typeof en>;

const ALL: Record<string, object> = { en, km };
const SET = 'late';

interface LateWords {
  t: (key: LateKey, values?: Values) => string;
  n: (value: string | number) => string;
  lang: string;
}

/** The words of the screens that come in the late chunk, in the present language and its digits. */
export function useLateWords(): LateWords {
  const { words, lang } = useSpeaker();
  return lateWords(words, lang);
}

/** The same in a language of its own, for what stands by itself in a text. */
export function lateWordsIn(lang: string): LateWords {
  return lateWords(new Speaker(lang), lang);
}

function lateWords(words: Speaker, lang: string): LateWords {
  // Both languages come with the chunk, so that switching waits for nothing.
  if (!words.knows(lang, SET)) words.add(lang, ALL[lang] ?? en, SET);
  return { lang, t: (key, values) => words.say(key, values && inDigits(lang, values), lang, SET), n: (value) => digitsFor(lang, value) };
}
