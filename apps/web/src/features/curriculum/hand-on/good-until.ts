const MONTHS = 3;

/** The day of a moment, now without one, in a time zone, as `YYYY-MM-DD`; without a zone in that of the phone. */
export function dayIn(timeZone: string | undefined, now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}

/** The day some months after a day (`YYYY-MM-DD`); the month's last where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** Until when a copy's numbers may be trusted: the first day on which one of them is to be looked at again, else three months. */
export function goodUntil(today: string, contacts: readonly { reviewBy: string | null }[]): string {
  const days = contacts.flatMap(({ reviewBy }) => reviewBy ?? []).sort();
  return days[0] ?? monthsAfter(today, MONTHS);
}
