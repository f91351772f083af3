import type { me } from '@seek-justice/contracts/endpoints/me.ts';
import { type Answer, call } from '../local/api.ts';
import { drop, kept } from '../local/kept.ts';
import { createStore, useStore } from '../local/store.ts';
import { wasAway } from './absence.ts';
import { tellOtherTabs } from './other-tabs.ts';
import { changeProfile, closeProfiles, enterProfile, isLocked, profileOf, unlockProfile } from './profile/profiles.ts';
import { clearProfile, hasLeft, leaveProfile, nameProfile, profileId, takeCurtain } from './profile-cookie.ts';

export type Me = (typeof me)['success']['body']['_zod']['output'];

/**
 * Who is reading. `unknown` until the server or the phone has said so; `me` is there for `signed-in` alone.
 * `remembered`: the server could not be asked, and this is who was signed in last.
 */
export type Session = { status: 'unknown' | 'visitor'; me: null } | { status: 'signed-in' | 'remembered'; me: Me };

const store = createStore<Session>({ status: 'unknown', me: null });
/** Where the first release kept who was signed in. */
const KEPT_BEFORE = 'profile';
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

/** What is known of a reader whom the server has not named: what everybody may do. */
function stranger(id: string): Me {
  return { person: { id, name: '' }, roles: [], scope: [], language: null, can: [] } as unknown as Me;
}

/** Who reads by what the phone knows: the profile that the cookie names, unless it waits for its secret. */
async function remembered(): Promise<Me | null> {
  const id = profileId();
  if (!id) return null;
  const profile = await profileOf(id);
  if (profile) return isLocked(profile) ? null : ((profile.me as Me | undefined) ?? stranger(id));
  const before = await kept<Me>(KEPT_BEFORE);
  if (before?.person.id !== id) return null;
  await remember(before);
  return before;
}

/** Whether the reader whom the cookie names has to type the secret first. */
export async function isReaderLocked(): Promise<boolean> {
  const id = profileId();
  return id !== null && isLocked(await profileOf(id));
}

function beVisitor(): void {
  if (store.get().status !== 'visitor') store.set({ status: 'visitor', me: null });
}

/** What the phone remembers of who was signed in last: known at once, before the network has said anything. */
export async function recallSession(): Promise<void> {
  if (takeCurtain() || (await wasAway())) await closeProfiles(false);
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
  const { id } = me.person;
  try {
    await enterProfile(id, null);
    // The name stays out of what is kept: the phone may be the family's.
    await changeProfile(id, { me: { ...me, person: { id, name: '' } }, session: true });
  } catch {
    // A full phone remembers nobody new, and lets them in all the same.
  }
  await drop(KEPT_BEFORE);
}

async function believe(me: Me): Promise<void> {
  nameProfile(me.person.id);
  await remember(me);
  // Judged after the wait: two who asked at once have heard of the same person.
  const isNew = lastReader !== me.person.id;
  // What this page has in memory may be another's: that person's list of names, or codes.
  if (lastReader && isNew) toFront();
  else store.set({ status: 'signed-in', me });
  if (isNew) tellOtherTabs(me.person.id);
}

/** The server knows no session (any more). A profile that had one waits for its secret; one that was opened here goes on. */
async function withoutSession(): Promise<void> {
  const id = profileId();
  const profile = id ? await profileOf(id) : undefined;
  if (id && profile?.keys && !profile.session) return stay();
  if (id && profile?.lock) {
    await changeProfile(id, { session: false });
    await closeProfiles(false);
    return beVisitor();
  }
  clearProfile();
  beVisitor();
  void drop(KEPT_BEFORE);
}

/** The phone's memory counts: a dead network signs nobody out. */
async function stay(): Promise<void> {
  const profile = await remembered();
  store.set(profile ? { status: 'remembered', me: profile } : { status: 'visitor', me: null });
}

/** Asks the server who is signed in. Without an answer the phone's memory counts. */
export async function refreshSession(): Promise<Session> {
  if (hasLeft() && !(await isSignedOut())) {
    beVisitor();
    return store.get();
  }
  const asked = profileId();
  if (await isReaderLocked()) {
    beVisitor();
    return store.get();
  }
  const answer: Answer<Me> = await call<Me>('GET', '/api/me');
  // Somebody signed in, signed out or left meanwhile: the answer may be about another person.
  if (hasLeft() || profileId() !== asked) return refreshSession();
  const person = answer.ok && typeof answer.body?.person?.id === 'string' ? answer.body.person.id : null;
  // The session is of whoever had the phone before this reader opened their own profile here: it ends.
  if (person && asked && person !== asked && (await profileOf(asked))?.session === false) {
    await call<void>('POST', '/api/sign-out');
    nameProfile(asked);
    await stay();
  } else if (person && isLocked(await profileOf(person))) {
    // Named by the server alone: the phone still wants the secret.
    nameProfile(person);
    beVisitor();
  } else if (person && answer.ok) await believe(answer.body);
  else if (!answer.ok && answer.status === 401) await withoutSession();
  else await stay();
  return store.get();
}

/** A profile that is open on this phone is who reads from now on, whatever session there was. */
export async function readAs(owner: string): Promise<void> {
  if (profileId() !== owner) await changeProfile(owner, { session: false });
  nameProfile(owner);
  tellOtherTabs(owner);
  // What this page has in memory may be another's.
  if (lastReader && lastReader !== owner) return toFront();
  await stay();
  void refreshSession();
}

/** The phone lay aside and several people use it: the page is left, and whoever comes is asked for their digits. */
export async function leaveForNow(): Promise<void> {
  if (!store.get().me) return;
  document.documentElement.classList.add('gone');
  await closeProfiles(false).catch(() => undefined);
  toFront();
}

/**
 * Opens a reader's profile with its secret on the phone itself, also without a network.
 * @returns whether the secret was right.
 */
export async function unlockReader(owner: string, secret: string): Promise<boolean> {
  if (!(await unlockProfile(owner, secret))) return false;
  await readAs(owner);
  return true;
}

/** Nobody's profile stays open. */
async function forget(): Promise<void> {
  // A full disk takes no writes: the reader leaves all the same.
  await closeProfiles(true).catch(() => undefined);
  await drop(KEPT_BEFORE);
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
  await forget();
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
  await forget();
  // Later the new reader would be interrupted.
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), LEAVE_MS));
  if (await Promise.race([isSignedOut(), late])) toFront('?signed-out=1');
}
