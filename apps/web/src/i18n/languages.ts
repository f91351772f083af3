import { negotiateLanguage } from '@seek-justice/domain/language/negotiate.ts';
import type { Speaker, Words } from './speaker.ts';

const OWN_NAMES: Record<string, string> = { km: 'ភាសាខ្មែរ', en: 'English' };

// Named one by one: each becomes a file of its own, and only the chosen one is loaded.
const FILES: Record<string, () => Promise<{ default: Words }>> = {
  km: () => import('./km.json'),
  en: () => import('./en.json'),
};

/** A language's name as its own readers write it. */
export function ownName(lang: string): string {
  return OWN_NAMES[lang] ?? lang;
}

/** Loads the words of a language. */
export async function loadWords(lang: string): Promise<Words> {
  const file = FILES[lang] ?? FILES.en;
  if (!file) throw new Error(`no words for ${lang}`);
  return (await file()).default;
}

/** The site's languages for a page that has none: the reader's first, by the address, an earlier choice, the browser. */
export function readersLanguages(site: readonly string[]): string[] {
  const own = negotiateLanguage(site, {
    query: new URLSearchParams(location.search).get('lang') ?? undefined,
    cookie: /\bsj_lang=(\w+)/.exec(document.cookie)?.[1],
    accept: navigator.languages?.join(),
  });
  return [own, ...site.filter((lang) => lang !== own)];
}

/** Remembers the choice for the server, which makes the next page in that language. */
export function rememberLanguage(lang: string): void {
  document.cookie = `sj_lang=${lang}; Max-Age=31536000; Path=/; SameSite=Lax`;
}

/** Switches the words in place: nothing is reloaded, no state is lost. */
export async function switchLanguage(words: Speaker, lang: string): Promise<void> {
  rememberLanguage(lang);
  if (!words.knows(lang)) words.add(lang, await loadWords(lang));
  // Before the words change: line heights follow the document's language, and places are measured with them.
  document.documentElement.lang = lang;
  words.change(lang);
}
