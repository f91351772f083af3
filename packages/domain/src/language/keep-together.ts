import { digitsFor } from './digits.ts';

// No look-behind: telephones that are a few years old cannot read it, and would read nothing at all.
const PLACE = /(^|[^0-9\u17e0-\u17e9])([0-9\u17e0-\u17e9]{1,3}[:\u17d6][0-9\u17e0-\u17e9]{1,3}(?:[-\u2013][0-9\u17e0-\u17e9]{1,3})?)/gu;

/**
 * A text in which a chapter and verse (or an hour) stay on one line with the word before them, in the digits of the
 * language. For showing only, never for what is stored.
 */
export function keepTogether(text: string, language: string): string {
  return text.replace(PLACE, (_, before: string, place: string, at: number) => (before === ' ' && at > 0 ? '\u00a0' : before) + digitsFor(language, place).replace(/[\u17d6\u2013-]/gu, '\u2060$&\u2060'));
}
