import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { changeProfile, enterProfile, profileOf } from '../src/auth/profile/profiles.ts';
import { keepOwn, ownKept } from '../src/auth/profile/vault.ts';
import { clearProfile, drawCurtain, hasLeft, leaveProfile, nameProfile, profileId } from '../src/auth/profile-cookie.ts';
import { keep, kept } from '../src/local/kept.ts';
import { allEntries } from '../src/records/outbox.ts';
import { A, B, envelopeOf, fillDisk, freshPhone } from './phone.ts';

const PIN = '274913';
type Reply = { status: number; body?: unknown } | 'no network';
let asked: string[] = [];
let server: (path: string) => Reply;

/** What the other tabs would hear. */
const told: unknown[] = [];
Object.assign(globalThis, {
  BroadcastChannel: class {
    postMessage = (data: unknown): void => void told.push(data);
    addEventListener = (): void => undefined;
  },
});

/** The fake phone's network. */
globalThis.fetch = async (input) => {
  const path = input as string;
  asked.push(path);
  const reply = server(path);
  if (reply === 'no network') throw new TypeError('Failed to fetch');
  if (reply.status === 204) return new Response(null, { status: 204 });
  return new Response(JSON.stringify(reply.body ?? {}), { status: reply.status, headers: { 'content-type': 'application/json' } });
};

const meOf = (id: string) => ({ person: { id, name: 'Somebody' }, roles: ['pastor'], scope: { provinces: [] }, language: 'km', can: [] });
const signedInAs = (id: string) => (path: string): Reply =>
  path === '/api/me' ? { status: 200, body: meOf(id) } : path === '/api/sign-out' ? { status: 204 } : { status: 503 };
/** A server that has somebody's session until it is ended. */
function sessionOf(id: string): (path: string) => Reply {
  let open = true;
  return (path) => {
    if (path === '/api/sign-out') open = false;
    return path === '/api/me' && !open ? { status: 401 } : signedInAs(id)(path);
  };
}
const dead = (): Reply => 'no network';
const nobody = (): Reply => ({ status: 401 });
const owners = async (): Promise<string[]> => (await allEntries()).map(envelopeOf).map(({ subject, actor }) => `${subject} ${actor}`);

/** The app in a page that has just been loaded. */
async function page() {
  jest.resetModules();
  const [session, { append }, { watchReader }] = await Promise.all([import('../src/auth/session.ts'), import('../src/records/append.ts'), import('../src/auth/reader.ts')]);
  return { ...session, watchReader, finish: () => append('lesson.finished', { lesson: 'abc123' }) };
}

const visitor = { status: 'visitor', me: null };
const remembered = (id: string) => ({ status: 'remembered', me: { person: { id, name: '' } } });
let makeRoom = (): void => undefined;

beforeEach(async () => {
  await freshPhone();
  clearProfile();
  localStorage.clear();
  document.documentElement.classList.remove('gone');
  server = dead;
  asked = [];
  told.length = 0;
});
afterEach(() => makeRoom());

describe('who reads', () => {
  test('is one person when two parts of the page ask at once: nobody is sent to the front', async () => {
    server = signedInAs(A);
    const { refreshSession } = await page();
    await Promise.all([refreshSession(), refreshSession()]);
    expect(document.documentElement.classList.contains('gone')).toBe(false);
    expect(told).toEqual([A]);
  });

  test('is remembered without a network, and writes as themselves; the name is not kept', async () => {
    server = signedInAs(A);
    const { refreshSession, finish } = await page();
    expect(await refreshSession()).toMatchObject({ status: 'signed-in', me: { person: { id: A, name: 'Somebody' } } });
    expect(profileId()).toBe(A);
    expect(told).toEqual([A]);
    expect(await profileOf(A)).toMatchObject({ session: true, me: { person: { id: A, name: '' }, roles: ['pastor'] } });
    server = dead;
    expect(await refreshSession()).toMatchObject(remembered(A));
    expect((await finish())?.owner).toBe(A);
    const next = await page();
    await next.recallSession();
    expect(next.currentSession()).toMatchObject({ ...remembered(A), me: { roles: ['pastor'] } });
    expect((await next.finish())?.seq).toBe(2);
  });

  test('of the first release is remembered as their profile', async () => {
    await keep('profile', { ...meOf(A), person: { id: A, name: '' } });
    nameProfile(A);
    const { recallSession, currentSession } = await page();
    await recallSession();
    expect(currentSession()).toMatchObject(remembered(A));
    expect(await profileOf(A)).toMatchObject({ owner: A, session: true });
    expect(await kept('profile')).toBeUndefined();
  });

  test('after a sign-in by the plain form is not the person before', async () => {
    server = signedInAs(A);
    await (await page()).refreshSession();
    // The form has given B the cookie, and the line goes.
    nameProfile(B);
    server = dead;
    const { recallSession, currentSession, refreshSession, finish } = await page();
    await recallSession();
    expect(currentSession().me).toBeNull();
    expect(await refreshSession()).toEqual(visitor);
    expect(await finish()).toBeNull();
    expect(await owners()).toEqual([]);
  });

  test('is not somebody whose cookie is another’s meanwhile, in a page that is still open', async () => {
    server = signedInAs(A);
    const { refreshSession, finish, currentSession } = await page();
    await refreshSession();
    nameProfile(B);
    server = dead;
    expect(await finish()).toBeNull();
    expect(currentSession()).toEqual(visitor);
    expect(await owners()).toEqual([]);
  });

  test('is nobody once the session was ended in another tab', async () => {
    server = signedInAs(A);
    const { refreshSession, finish } = await page();
    await refreshSession();
    clearProfile();
    server = nobody;
    expect(await finish()).toBeNull();
  });

  test('is not said by an answer that was meant for the person before', async () => {
    nameProfile(A);
    let first = true;
    server = (path) => {
      if (path !== '/api/me') return { status: 204 };
      if (!first) return { status: 200, body: meOf(B) };
      // B signs in while the question is on its way.
      first = false;
      nameProfile(B);
      return { status: 401 };
    };
    const { refreshSession } = await page();
    await refreshSession();
    expect(profileId()).toBe(B);
    expect(await profileOf(B)).toMatchObject({ session: true });
    expect(await profileOf(A)).toBeUndefined();
  });

  test('may sign in on a full phone, and write', async () => {
    makeRoom = fillDisk();
    server = signedInAs(A);
    const { refreshSession, finish } = await page();
    expect(await refreshSession()).toMatchObject({ status: 'signed-in', me: { person: { id: A } } });
    expect((await finish())?.owner).toBe(A);
  });
});

describe('a reader with a secret (SPEC D12)', () => {
  /** A page of theirs, signed in. */
  async function signedIn(id: string) {
    await enterProfile(id, PIN);
    await keepOwn(id, 'draft', 'mine');
    server = signedInAs(id);
    const open = await page();
    await open.refreshSession();
    asked = [];
    return open;
  }

  test('is asked for it after a leaving in a hurry, and until then the server is not even asked', async () => {
    await signedIn(A);
    drawCurtain();
    const next = await page();
    await next.recallSession();
    expect(next.currentSession()).toEqual({ status: 'unknown', me: null });
    expect(await next.isReaderLocked()).toBe(true);
    expect(await next.refreshSession()).toEqual(visitor);
    expect(asked).toEqual([]);
    expect(await next.finish()).toBeNull();
    expect(await ownKept(A, 'draft')).toBeUndefined();

    expect(await next.unlockReader(A, '000000')).toBe(false);
    expect(next.currentSession()).toEqual(visitor);
    expect(await next.unlockReader(A, PIN)).toBe(true);
    expect(next.currentSession().me?.person.id).toBe(A);
    expect(await next.refreshSession()).toMatchObject({ status: 'signed-in' });
    expect(await ownKept(A, 'draft')).toBe('mine');
  });

  test('is asked for it after five minutes’ absence where several people read', async () => {
    await enterProfile(B, PIN);
    await signedIn(A);
    localStorage.setItem('seen', String(Date.now() - 290_000));
    await (await page()).recallSession();
    expect((await profileOf(A))?.vaultKey).not.toBeNull();
    localStorage.setItem('seen', String(Date.now() - 310_000));
    await (await page()).recallSession();
    expect((await profileOf(A))?.vaultKey).toBeNull();
  });

  test('is asked for it also where the server alone says whose session it is', async () => {
    await signedIn(A);
    drawCurtain();
    clearProfile();
    const next = await page();
    await next.recallSession();
    expect(await next.refreshSession()).toEqual(visitor);
    expect(profileId()).toBe(A);
    expect(await next.isReaderLocked()).toBe(true);
  });

  test('is not asked for it by a page that is only loaded anew', async () => {
    await signedIn(A);
    server = dead;
    const next = await page();
    await next.recallSession();
    expect(next.currentSession()).toMatchObject(remembered(A));
  });

  test('is asked for it when the session has ended; opened here, the profile goes on without one', async () => {
    const { refreshSession, isReaderLocked, unlockReader, finish } = await signedIn(A);
    server = nobody;
    expect(await refreshSession()).toEqual(visitor);
    expect(await isReaderLocked()).toBe(true);
    // Who it is that has to be asked is not forgotten.
    expect(profileId()).toBe(A);
    expect(await unlockReader(A, PIN)).toBe(true);
    expect(await refreshSession()).toMatchObject(remembered(A));
    expect(await isReaderLocked()).toBe(false);
    expect((await finish())?.owner).toBe(A);
  });

  test('who opens their profile on another’s session ends that at the next contact', async () => {
    await enterProfile(B, PIN);
    await changeProfile(B, { session: true });
    const { unlockReader } = await signedIn(A);
    (await import('../src/auth/absence.ts')).watchAbsence(async () => undefined);
    server = dead;
    expect(await unlockReader(B, PIN)).toBe(true);
    expect(profileId()).toBe(B);
    // What that page has in memory is A’s.
    expect(document.documentElement.classList.contains('gone')).toBe(true);
    window.dispatchEvent(new Event('pagehide'));

    const { recallSession, refreshSession, currentSession, finish } = await page();
    await recallSession();
    expect(currentSession()).toMatchObject(remembered(B));
    expect((await finish())?.owner).toBe(B);
    expect(await refreshSession()).toMatchObject(remembered(B));
    asked = [];
    server = sessionOf(A);
    expect(await refreshSession()).toMatchObject(remembered(B));
    expect(asked).toContain('/api/sign-out');
    expect(profileId()).toBe(B);
    expect(await refreshSession()).toMatchObject(remembered(B));
    expect(await owners()).toEqual([`${B} ${B}`]);
  });
});

test('a reader without a secret whose session has ended is a visitor, and the phone knows nobody', async () => {
  server = signedInAs(A);
  const { refreshSession, isReaderLocked } = await page();
  await refreshSession();
  server = nobody;
  expect(await refreshSession()).toEqual(visitor);
  expect(profileId()).toBeNull();
  expect(await isReaderLocked()).toBe(false);
});

describe('“Not you?”', () => {
  test('forgets the reader and closes the vault without a network; what waits stays theirs, and the session ends before anybody is named again', async () => {
    await enterProfile(A, PIN);
    await keepOwn(A, 'draft', 'mine');
    server = signedInAs(A);
    const { refreshSession, finish, leaveReader, currentSession } = await page();
    await refreshSession();
    server = dead;
    const mine = await finish();
    told.length = 0;
    await leaveReader();
    expect(told).toEqual([null]);
    expect(currentSession()).toEqual(visitor);
    expect(hasLeft()).toBe(true);
    expect((await profileOf(A))?.vaultKey).toBeNull();
    expect(await ownKept(A, 'draft')).toBeUndefined();
    expect(await finish()).toBeNull();
    expect((await allEntries()).find(({ id }) => id === mine?.id)).toMatchObject({ owner: A, state: 'waiting' });
    await refreshSession();
    expect(currentSession().me).toBeNull();
    expect(await finish()).toBeNull();

    // The network is back, and the server still has A’s session.
    asked = [];
    server = sessionOf(A);
    expect(await refreshSession()).toEqual(visitor);
    expect(asked[0]).toBe('/api/sign-out');
    expect(hasLeft()).toBe(false);
  });

  test('closes a vault without a secret too', async () => {
    server = signedInAs(A);
    const { refreshSession, leaveReader } = await page();
    await refreshSession();
    await keepOwn(A, 'draft', 'mine');
    server = dead;
    await leaveReader();
    expect((await profileOf(A))?.vaultKey).toBeNull();
    expect(await ownKept(A, 'draft')).toBeUndefined();
  });

  test('does not end the next sign-in', async () => {
    leaveProfile();
    nameProfile(B);
    server = signedInAs(B);
    await (await page()).refreshSession();
    expect(asked).not.toContain('/api/sign-out');
    expect(profileId()).toBe(B);
  });
});

test('a page out of the browser’s memory is loaded anew unless the same person still reads', async () => {
  let times = 0;
  const { watchReader, refreshSession } = await page();
  server = nobody;
  await refreshSession();
  watchReader(() => (times += 1));
  const show = (persisted: boolean): void => void window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  const { classList } = document.documentElement;
  show(false);
  show(true);
  expect(times).toBe(0);
  expect(classList.contains('gone')).toBe(false);
  nameProfile(B);
  show(true);
  expect(times).toBe(1);
  expect(classList.contains('gone')).toBe(true);
});
