import { drop, keep, kept } from '../local/kept.ts';

const COOKIE = 'sj_waiting';
const NOTICE = 'emptied';
const HALF_YEAR_S = 15_552_000;

function noted(): number {
  return Number(document.cookie.split('; ').find((one) => one.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1)) || 0;
}

/** Notes outside the store how much waits in it: a phone that is short of room empties the store without a word. */
export function noteWaiting(count: number): void {
  if (noted() === count) return;
  document.cookie = `${COOKIE}=${count}; Path=/; SameSite=Lax; Max-Age=${count > 0 ? HALF_YEAR_S : 0}${location.protocol === 'https:' ? '; Secure' : ''}`;
}

/** How many unsent answers went with a store that was emptied; 0 when nothing did, or the reader has read of it. `empty`: the store knows no reader and no answer. */
export async function lostToEviction(empty: boolean): Promise<number> {
  const lost = noted();
  if (empty && lost > 0) await keep(NOTICE, lost);
  return (await kept<number>(NOTICE)) ?? 0;
}

/** The reader has read it. */
export function forgetEviction(): Promise<void> {
  return drop(NOTICE);
}
