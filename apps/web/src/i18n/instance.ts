import { createInstance, type i18n } from 'i18next';
import type en from './en.json';

/** The words of one language, by key. */
export type Words = typeof en;

/** An i18next instance that speaks one language; others are added when they are chosen. */
export function wordsInstance(lang: string, words: Words): i18n {
  const instance = createInstance();
  // Synchronous: words are there already, and the first render must show them.
  void instance.init({
    lng: lang,
    fallbackLng: false,
    resources: { [lang]: { translation: words } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}
