import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import { dayWords } from './day-words.ts';

/**
 * A moment (ISO 8601) as a day and a time of day, in a language's own words and digits.
 * @param timeZone of whoever reads it: this computer's, where none is given.
 */
export function momentWords(lang: string, moment: string, timeZone?: string): string {
  const at = new Date(moment);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  return `${dayWords(lang, day)}, ${digitsFor(lang, time)}`;
}
