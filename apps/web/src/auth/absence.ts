import { profiles } from './profile/profiles.ts';

const NAME = 'seen';
/** Long enough to look something up in another app, short enough that the phone has not changed hands unnoticed. */
const AWAY_MS = 300_000;

function note(): void {
  try {
    localStorage.setItem(NAME, String(Date.now()));
  } catch {
    // A browser that keeps nothing keeps no profile either.
  }
}

/** Notes when the app was last looked at; `away` is called when it comes back on screen after the phone lay aside. */
export function watchAbsence(away: () => Promise<void>): void {
  const changed = async (): Promise<void> => {
    // Asked before it is noted that somebody looks.
    if (document.visibilityState === 'visible' && (await wasAway())) await away();
    note();
  };
  document.addEventListener('visibilitychange', () => void changed());
  window.addEventListener('pagehide', note);
}

/** Whether a phone that several people use has been put away since: then it asks who reads. */
export async function wasAway(now = Date.now()): Promise<boolean> {
  if ((await profiles().catch(() => [])).length < 2) return false;
  try {
    return Math.abs(now - Number(localStorage.getItem(NAME) ?? 0)) > AWAY_MS;
  } catch {
    return false;
  }
}
