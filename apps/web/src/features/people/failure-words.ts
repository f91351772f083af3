import type { StaffKey } from './words.ts';

/** What a failed request says: a title, what it means, and whether trying again or signing in helps. */
export interface FailureWords {
  title: StaffKey;
  text: StaffKey;
  way: 'again' | 'sign-in' | 'nothing';
}

/** Words for the status of a failed request; 0 stands for no answer at all. */
export function failureWords(status: number): FailureWords {
  if (status === 0) return { title: 'failed.offlineTitle', text: 'failed.offlineText', way: 'again' };
  if (status === 401) return { title: 'failed.signInTitle', text: 'failed.signInText', way: 'sign-in' };
  if (status === 403) return { title: 'failed.notAllowedTitle', text: 'failed.notAllowedText', way: 'nothing' };
  return { title: 'failed.title', text: 'failed.text', way: 'again' };
}
