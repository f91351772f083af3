import { digitsFor } from '@seek-justice/domain/language/digits.ts';

/** The window's title: the same neutral words everywhere, and the lesson's number. Others see it in the list of tabs. */
export function documentTitle(lang: string, number?: string): string {
  return number ? `${digitsFor(lang, number)} · Lessons · មេរៀន` : 'Lessons · មេរៀន';
}
