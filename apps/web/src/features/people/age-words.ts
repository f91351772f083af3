import type { Person } from './shapes.ts';
import type { useStaffWords } from './words.ts';

export const AGE_BANDS = ['18-29', '30-44', '45-59', '60+', 'not-said'] as const satisfies readonly Person['ageBand'][];

/** An age band in words, its numbers in the digits of the language. */
export function ageWords(t: ReturnType<typeof useStaffWords>['t'], band: Person['ageBand']): string {
  const [from = 0, to = 0] = (band.match(/\d+/g) ?? []).map(Number);
  return t(`age.${band}`, { from, to });
}
