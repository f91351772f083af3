import { createHash } from 'node:crypto';
import { SITE } from '@seek-justice/seed/site.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Today in the site's time zone, YYYY-MM-DD. */
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: SITE.timeZone }).format(now);
}
