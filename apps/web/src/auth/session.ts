import type { me } from '@seek-justice/contracts/endpoints/me.ts';
import { type Answer, call } from '../local/api.ts';
import { drop, keep, kept } from '../local/kept.ts';
import { createStore, useStore } from '../local/store.ts';

export type Me = (typeof me)['success']['body']['_zod']['output'];

/**
 * Who is reading. `unknown` until the server or the phone has said so; `me` is there for `signed-in` alone.
 * `remembered`: the server could not be asked, and this is who was signed in last.
 */
export type Session = { status: 'unknown' | 'visitor'; me: null } | { status: 'signed-in' | 'remembered'; me: Me };

const store = createStore<Session>({ status: 'unknown', me: null });
const KEPT = 'profile';

/** The session as screens see it. */
export function useSession(): Session {
  return useStore(store);
}

/** The session now, for code outside screens. */
export const currentSession = store.get;
/** Calls back whenever somebody signs in or out. */
export const onSession = store.subscribe;

/** What the phone remembers of who was signed in last: known at once, before the network has said anything. */
export async function recallSession(): Promise<void> {
  const profile = await kept<Me>(KEPT);
  if (profile && store.get().status === 'unknown') store.set({ status: 'remembered', me: profile });
}

/** The session as soon as it is known. */
export function settledSession(): Promise<Session> {
  if (store.get().status !== 'unknown') return Promise.resolve(store.get());
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      if (store.get().status === 'unknown') return;
      stop();
      resolve(store.get());
    });
  });
}

/** Asks the server who is signed in. Without an answer the phone's memory counts: a dead network signs nobody out. */
export async function refreshSession(): Promise<Session> {
  const answer: Answer<Me> = await call<Me>('GET', '/api/me');
  if (answer.ok && typeof answer.body?.person?.id === 'string') {
    store.set({ status: 'signed-in', me: answer.body });
    // The name stays out of what is kept: the phone may be the family's.
    void keep(KEPT, { ...answer.body, person: { id: answer.body.person.id, name: '' } });
  } else if (!answer.ok && answer.status === 401) {
    store.set({ status: 'visitor', me: null });
    void drop(KEPT);
  } else {
    const profile = await kept<Me>(KEPT);
    store.set(profile ? { status: 'remembered', me: profile } : { status: 'visitor', me: null });
  }
  return store.get();
}

/**
 * Ends the session and loads the front anew: nothing that was fetched for this person may stay in memory. What waits
 * on the phone is left where it is. @returns false when the server could not be reached.
 */
export async function signOut(): Promise<boolean> {
  const answer = await call<void>('POST', '/api/sign-out');
  if (!answer.ok) return false;
  await drop(KEPT);
  location.replace('/?signed-out=1');
  return true;
}
