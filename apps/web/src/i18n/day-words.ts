import { digitsFor } from '@seek-justice/domain/language/digits.ts';

/** Browsers know no Khmer months: they would write them in English. */
const KHMER_MONTHS = ['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ'];

/** A day (`YYYY-MM-DD`) in a language's own words and digits, with its year. */
export function dayWords(lang: string, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (lang === 'km') return digitsFor(lang, `${Number(date)} ${KHMER_MONTHS[Number(month) - 1] ?? ''} ${year}`);
  const shown: Intl.DateTimeFormatOptions = { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' };
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, shown).format(new Date(`${day}T12:00:00Z`));
}
