const DAY_MS = 86_400_000;

/** Today in a time zone, as `YYYY-MM-DD`. */
export function dayIn(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(now);
}

function midday(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** A day in a language's own words, numbered in its digits; the year only when it is another one. */
export function dayWords(lang: string, day: string, today: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(lang === 'km' ? 'km-u-nu-khmr' : lang === 'en' ? 'en-GB' : lang, { timeZone: 'UTC', day: 'numeric', month: 'long', ...year }).format(midday(day));
}

/** How many days ago a day was. */
export function daysAgo(day: string, today: string): number {
  return Math.round((midday(today).getTime() - midday(day).getTime()) / DAY_MS);
}
