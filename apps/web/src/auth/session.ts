import type { me } from '@seek-justice/contracts/endpoints/me.ts';
import { type Answer, call } from '../local/api.ts';
import { drop, keep, kept } from '../local/kept.ts';
import { createStore, useStore } from '../local/store.ts';
import { tellOtherTabs } from './other-tabs.ts';
import { clearProfile, hasLeft, leaveProfile, nameProfile, profileId } from './profile-cookie.ts';

export type Me = (typeof me)['success']['body']['_zod']['output'];

/**
 * Who is reading. `unknown` until the server or the phone has said so; `me` is there for `signed-in` alone.
 * `remembered`: the server could not be asked, and this is who was signed in last.
 */
export type Session = { status: 'unknown' | 'visitor'; me: null } | { status: 'signed-in' | 'remembered'; me: Me };

const store = createStore<Session>({ status: 'unknown', me: null });
const KEPT = 'profile';
const LEAVE_MS = 3_000;
/** Whom this page has been open for. */
let lastReader: string | undefined;
store.subscribe(() => {
  lastReader = store.get().me?.person.id ?? lastReader;
});

/** The session as screens see it. */
export function useSession(): Session {
  return useStore(store);
}

/** The session now, for code outside screens. */
export const currentSession = store.get;
/** Calls back whenever somebody signs in or out. */
export const onSession = store.subscribe;

/** Who was signed in last, if the session's cookie is still theirs; somebody else's memory is dropped. */
async function remembered(): Promise<Me | null> {
  const profile = await kept<Me>(KEPT);
  if (!profile || profile.person.id === profileId()) return profile ?? null;
  await drop(KEPT);
  return null;
}

function beVisitor(): void {
  if (store.get().status !== 'visitor') store.set({ status: 'visitor', me: null });
}

/** What the phone remembers of who was signed in last: known at once, before the network has said anything. */
export async function recallSession(): Promise<void> {
  const profile = await remembered();
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

/** Whether what the page knows of its reader is still what the session's cookie says: other tabs share the cookie. */
export function isSameReader(): boolean {
  return (store.get().me?.person.id ?? null) === profileId();
}

/**
 * As whom something may be written down: only as the person whom the server has named for the present cookie. Where the
 * cookie has become another's, the page forgets whom it knew and asks; until then it treats the reader as a visitor.
 */
export async function writer(): Promise<Me | null> {
  const { me } = await settledSession();
  if (!me || isSameReader()) return me;
  beVisitor();
  void refreshSession();
  return null;
}

async function isSignedOut(): Promise<boolean> {
  const asked = profileId();
  const answer = await call<void>('POST', '/api/sign-out');
  // Unless the next person has signed in meanwhile.
  if (answer.ok && profileId() === asked) clearProfile();
  return answer.ok;
}

async function remember(me: Me): Promise<void> {
  const before = await kept<Me>(KEPT);
  // The name stays out of what is kept: the phone may be the family's.
  await keep(KEPT, { ...me, person: { id: me.person.id, name: '' } });
  if (before?.person.id !== me.person.id) tellOtherTabs(me.person.id);
}

async function believe(me: Me): Promise<void> {
  nameProfile(me.person.id);
  // What this page has in memory may be another's: that person's list of names, or codes.
  if (lastReader && lastReader !== me.person.id) toFront();
  else store.set({ status: 'signed-in', me });
  await remember(me);
}

/** Asks the server who is signed in. Without an answer the phone's memory counts: a dead network signs nobody out. */
export async function refreshSession(): Promise<Session> {
  if (hasLeft() && !(await isSignedOut())) {
    beVisitor();
    return store.get();
  }
  const asked = profileId();
  const answer: Answer<Me> = await call<Me>('GET', '/api/me');
  // Somebody signed in, signed out or left meanwhile: the answer may be about another person.
  if (hasLeft() || profileId() !== asked) return refreshSession();
  if (answer.ok && typeof answer.body?.person?.id === 'string') await believe(answer.body);
  else if (!answer.ok && answer.status === 401) {
    clearProfile();
    beVisitor();
    void drop(KEPT);
  } else {
    const profile = await remembered();
    store.set(profile ? { status: 'remembered', me: profile } : { status: 'visitor', me: null });
  }
  return store.get();
}

/** Loads the front anew: nothing that was fetched for a person may stay in memory. */
export function toFront(query = ''): void {
  document.documentElement.classList.add('gone');
  location.replace(`/${query}`);
}

/**
 * Ends the session and loads the front anew. What waits on the phone is left where it is.
 * @returns false when the server could not be reached.
 */
export async function signOut(): Promise<boolean> {
  if (!(await isSignedOut())) return false;
  await drop(KEPT);
  tellOtherTabs(null);
  toFront('?signed-out=1');
  return true;
}

/**
 * Somebody else has the phone now: it forgets at once who was signed in, also without a network, and the server is told
 * as soon as it can be. What waits stays here, as that person's.
 */
export async function leaveReader(): Promise<void> {
  leaveProfile();
  beVisitor();
  tellOtherTabs(null);
  await drop(KEPT);
  // Later the new reader would be interrupted.
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), LEAVE_MS));
  if (await Promise.race([isSignedOut(), late])) toFront('?signed-out=1');
}
