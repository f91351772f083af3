import { hasLeft, profileId } from '../auth/profile-cookie.ts';
import { currentSession, onSession, refreshSession } from '../auth/session.ts';
import { sendBehind } from './background.ts';
import { deliver, forgive } from './deliver.ts';
import { refreshStatus } from './status.ts';

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 300_000;

let wait = FIRST_WAIT_MS;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;

async function signedIn(): Promise<string | null> {
  const now = await refreshSession();
  return now.status === 'signed-in' ? now.me.person.id : null;
}

/** Somebody has a session and the server could not say who, or has not heard yet that its reader left. */
async function askWho(): Promise<void> {
  if (currentSession().status === 'visitor' && (profileId() ?? hasLeft())) await refreshSession();
  if (currentSession().status === 'visitor' && (profileId() ?? hasLeft())) plan();
}

async function round(): Promise<void> {
  await askWho();
  const { me } = currentSession();
  const sent = await deliver({ person: me?.person.id ?? null, confirm: signedIn });
  await refreshStatus({ signInAgain: me !== null && sent === 'sign-in' });
  if (sent === 'later') {
    plan();
    sendBehind();
  } else wait = FIRST_WAIT_MS;
}

/** Plans the next try: twice as late each time, and not at the same moment as every other phone. */
function plan(): void {
  clearTimeout(timer);
  timer = setTimeout(syncSoon, wait * (0.75 + Math.random() / 2));
  wait = Math.min(wait * 2, LONGEST_WAIT_MS);
}

/** Sends what waits, now or right after the round that is under way. */
export function syncSoon(): void {
  clearTimeout(timer);
  const before = running ?? Promise.resolve();
  const mine = before
    .then(round)
    .catch(plan)
    .then(() => {
      if (running === mine) running = undefined;
    });
  running = mine;
}

/** Follows the session, the network and the screen: each is a reason to try again. */
export function startSync(): void {
  let owner: string | undefined;
  onSession(() => {
    const now = currentSession().me?.person.id;
    if (now === owner) return;
    owner = now;
    syncSoon();
  });
  const again = (): void => {
    wait = FIRST_WAIT_MS;
    forgive();
    syncSoon();
  };
  window.addEventListener('online', again);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && again());
  syncSoon();
}
