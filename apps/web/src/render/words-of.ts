import type { Words } from '../i18n/speaker.ts';
import en from '../i18n/en.json' with { type: 'json' };
import km from '../i18n/km.json' with { type: 'json' };

const ALL: Record<string, Words> = { en, km };

/** The words of a language; English where a site has one that was not translated yet. */
export function wordsOf(lang: string): Words {
  return ALL[lang] ?? en;
}
