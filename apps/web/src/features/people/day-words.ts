import { toKhmerDigits } from '@seek-justice/domain/language/digits.ts';

const DAY_MS = 86_400_000;
/** Chrome knows no Khmer months: it would write them in English. */
const KHMER_MONTHS = ['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ'];

/** The day of a moment, today's without one, in a time zone, as `YYYY-MM-DD`. */
export function dayIn(timeZone: string, now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}

function midday(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** A day in a language's own words and digits; the year only when it is not that of `today`. */
export function dayWords(lang: string, day: string, today = ''): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const sameYear = year === today.slice(0, 4);
  if (lang === 'km') return toKhmerDigits([Number(date), KHMER_MONTHS[Number(month) - 1], ...(sameYear ? [] : [year])].join(' '));
  const shown: Intl.DateTimeFormatOptions = { timeZone: 'UTC', day: 'numeric', month: 'long' };
  if (!sameYear) shown.year = 'numeric';
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, shown).format(midday(day));
}

/** How many days ago a day was. */
export function daysAgo(day: string, today: string): number {
  return Math.round((midday(today).getTime() - midday(day).getTime()) / DAY_MS);
}
