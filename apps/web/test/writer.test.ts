import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from '@jest/globals';
import { clearProfile, hasLeft, leaveProfile, nameProfile, profileId } from '../src/auth/profile-cookie.ts';
import { watchReader } from '../src/auth/reader.ts';
import { currentSession, leaveReader, recallSession, refreshSession } from '../src/auth/session.ts';
import { keep, kept } from '../src/local/kept.ts';
import { append } from '../src/records/append.ts';
import { outbox } from '../src/records/outbox.ts';

const A = '00000000-0000-4000-8000-00000000000a';
const B = '00000000-0000-4000-8000-00000000000b';

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
  path === '/api/me' ? { status: 200, body: meOf(id) } : path === '/api/records' ? { status: 503 } : { status: 204 };
const dead = (): Reply => 'no network';
const finish = () => append('lesson.finished', { lesson: 'abc123' });
const owners = async (): Promise<string[]> => (await (await outbox()).all()).map(({ envelope }) => `${envelope.subject} ${envelope.actor}`);

beforeEach(async () => {
  server = () => ({ status: 401 });
  await refreshSession();
  for (const entry of await (await outbox()).all()) await (await outbox()).change(entry.id, { state: 'delivered' });
  asked = [];
});

test('who was signed in last is remembered without a network, and writes as themselves', async () => {
  server = signedInAs(A);
  await refreshSession();
  expect(profileId()).toBe(A);
  expect(told).toEqual([A]);
  server = dead;
  expect(await refreshSession()).toMatchObject({ status: 'remembered', me: { person: { id: A, name: '' } } });
  expect((await finish())?.owner).toBe(A);
});

test('after a sign-in by the plain form nothing is written as the person before', async () => {
  // What A’s sign-in by script has left on the phone; then the form has given B the cookie, and the line goes.
  await keep('profile', { ...meOf(A), person: { id: A, name: '' } });
  nameProfile(B);
  server = dead;
  const before = await owners();
  await recallSession();
  expect(currentSession().me).toBeNull();
  expect(await refreshSession()).toEqual({ status: 'visitor', me: null });
  expect(await finish()).toBeNull();
  expect(await owners()).toEqual(before);
  expect(await kept('profile')).toBeUndefined();
});

test('a page that is still open for one person writes nothing once the cookie is another’s', async () => {
  server = signedInAs(A);
  await refreshSession();
  nameProfile(B);
  server = dead;
  const before = await owners();
  expect(await finish()).toBeNull();
  expect(currentSession()).toEqual({ status: 'visitor', me: null });
  expect(await owners()).toEqual(before);
});

test('a page whose session was ended in another tab writes nothing', async () => {
  server = signedInAs(A);
  await refreshSession();
  clearProfile();
  server = () => ({ status: 401 });
  expect(await finish()).toBeNull();
});

test('an answer that was meant for the person before is not believed', async () => {
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
  await refreshSession();
  expect(profileId()).toBe(B);
  expect(await kept('profile')).toMatchObject({ person: { id: B } });
});

test('“Not you?” forgets the reader without a network; what waits stays theirs, and the session ends before anybody is named again', async () => {
  server = signedInAs(A);
  await refreshSession();
  server = dead;
  const mine = await finish();
  told.length = 0;
  await leaveReader();
  expect(told).toEqual([null]);
  expect(currentSession()).toEqual({ status: 'visitor', me: null });
  expect(hasLeft()).toBe(true);
  expect(await kept('profile')).toBeUndefined();
  expect(await finish()).toBeNull();
  expect((await (await outbox()).all()).find(({ id }) => id === mine?.id)).toMatchObject({ owner: A, state: 'waiting' });
  await refreshSession();
  expect(currentSession().me).toBeNull();
  expect(await finish()).toBeNull();

  // The network is back, and the server still has A’s session.
  asked = [];
  let open = true;
  server = (path) => {
    if (path === '/api/sign-out') open = false;
    return path === '/api/me' && open ? { status: 200, body: meOf(A) } : path === '/api/me' ? { status: 401 } : { status: 204 };
  };
  expect(await refreshSession()).toEqual({ status: 'visitor', me: null });
  expect(asked[0]).toBe('/api/sign-out');
  expect(hasLeft()).toBe(false);
});

test('the next sign-in is not ended by the one before', async () => {
  leaveProfile();
  nameProfile(B);
  server = signedInAs(B);
  await refreshSession();
  expect(asked).not.toContain('/api/sign-out');
  expect(profileId()).toBe(B);
});

test('a page out of the browser’s memory is loaded anew unless the same person still reads', async () => {
  let times = 0;
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
