import { khnormal } from 'khmer-normalizer';
import { toAsciiDigits } from './digits.ts';

/** Raised when the rules below change, so that stored keys can be computed again. */
export const SEARCH_KEY_VERSION = 1;

const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/g;
const KHMER_RUN = /[\u1780-\u17dd\u200c\u200d]+/g;

/**
 * The key by which two spellings of the same words are found equal (language.md, "Search key"): for search,
 * duplicate checks and typed answers, never for storing or showing.
 */
export function searchKey(text: string): string {
  return toAsciiDigits(
    text
      .normalize('NFC')
      .replace(INVISIBLE, '')
      .replaceAll('\u17a3', '\u17a2')
      .replaceAll('\u17a4', '\u17a2\u17b6')
      .replace(/\u17d2{2,}/g, '\u17d2')
      // Run by run: the normaliser mixes code points with UTF-16 indexes and would corrupt astral characters.
      .replace(KHMER_RUN, (run) => khnormal(run))
      .replace(/[\u200c\u200d]/g, ''),
  )
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
