import { digitsFor } from './digits.ts';

const PLACE = /(?:(?<=[^\s]) )?(?<![0-9\u17e0-\u17e9])[0-9\u17e0-\u17e9]{1,3}[:\u17d6][0-9\u17e0-\u17e9]{1,3}(?:[-\u2013][0-9\u17e0-\u17e9]{1,3})?/gu;

/**
 * A text in which a chapter and verse (or an hour) stay on one line with the word before them, in the digits of the
 * language. For showing only, never for what is stored.
 */
export function keepTogether(text: string, language: string): string {
  return text.replace(PLACE, (place) => digitsFor(language, place).replace(' ', '\u00a0').replace(/[\u17d6\u2013-]/gu, '\u2060$&\u2060'));
}
