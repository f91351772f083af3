import 'fake-indexeddb/auto';
import { webcrypto } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { parseSealed } from '@seek-justice/domain/records/sealed.ts';
import { profileOf } from '../src/auth/profile/profiles.ts';
import { ownKept } from '../src/auth/profile/vault.ts';
import { deliver } from '../src/records/deliver.ts';
import { correctCode, joinGroup, type JoinWords } from '../src/records/join-group.ts';
import { isJoin } from '../src/records/join.ts';
import { addRecord, allEntries, changeEntries } from '../src/records/outbox.ts';

const WORDS: JoinWords = { code: '12345674', adult: true, name: 'សុខ', gender: 'not-said', ageBand: '30-44' };
const lesson = (owner: string) => ({ subject: owner, actor: owner, type: 'lesson.finished', v: 1, occurredAt: '2026-01-01T00:00:00.000Z', body: { lesson: 'abc123' } });

let theirs: CryptoKeyPair;
let to: { kid: string; x: string; y: string };
let asked: { path: string; body: Record<string, unknown>; bearer: string | undefined }[] = [];
let join: { status: number; body: unknown } | null = null;

/** The fake phone's network: where a join may fail and records are always taken. */
globalThis.fetch = async (input, init = {}) => {
  const path = input as string;
  const body = JSON.parse(init.body as string) as Record<string, unknown>;
  asked.push({ path, body, bearer: (init.headers as Record<string, string>).authorization });
  const answer = (status: number, json: unknown) => new Response(JSON.stringify(json), { status, headers: { 'content-type': 'application/json' } });
  if (path === '/api/join' && join) return answer(join.status, join.body);
  if (path !== '/api/records') throw new TypeError('Failed to fetch');
  return answer(200, { feed: 'f', verdicts: (body.records as string[]).map((one) => ({ id: parseSealed(one)?.rid, verdict: 'stored' })) });
};

beforeAll(async () => {
  Object.defineProperty(globalThis.crypto, 'subtle', { value: webcrypto.subtle, configurable: true });
  theirs = (await webcrypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])) as CryptoKeyPair;
  const { x = '', y = '' } = await webcrypto.subtle.exportKey('jwk', theirs.publicKey);
  to = { kid: 'k', x, y };
});

beforeEach(async () => {
  asked = [];
  join = null;
  await changeEntries((await allEntries()).map(({ id }) => id), { state: 'delivered' });
});

/** Opens a sealed text as the installation does (RFC 7516, 7518), to see what is inside. */
async function open(text: string): Promise<{ id: string; join: unknown; opened: string }> {
  const { epk, header, iv, content, tag } = parseSealed(text) ?? { epk: { x: '', y: '' }, header: '', iv: '', content: '', tag: '' };
  const raw = (part: string) => Buffer.from(part, 'base64url');
  const by = webcrypto.subtle;
  const point = await by.importKey('jwk', { kty: 'EC', crv: 'P-256', ...epk }, { name: 'ECDH', namedCurve: 'P-256' }, false, []);
  const secret = Buffer.from(await by.deriveBits({ name: 'ECDH', public: point }, theirs.privateKey, 256));
  const info = Buffer.concat([Buffer.from([0, 0, 0, 1]), secret, Buffer.from([0, 0, 0, 7]), Buffer.from('A256GCM'), Buffer.alloc(8), Buffer.from([0, 0, 1, 0])]);
  const key = await by.importKey('raw', await by.digest('SHA-256', info), 'AES-GCM', false, ['decrypt']);
  const plain = await by.decrypt({ name: 'AES-GCM', iv: raw(iv), additionalData: Buffer.from(header) }, key, Buffer.concat([raw(content), raw(tag)]));
  return JSON.parse(Buffer.from(plain).toString()) as { id: string; join: unknown; opened: string };
}

async function joined(): Promise<string> {
  const id = await joinGroup(WORDS, '246810', to);
  if (!id) throw new Error('this browser seals nothing');
  return id;
}
const joinOf = async (owner: string) => (await allEntries()).find((entry) => entry.owner === owner && isJoin(entry));

test('somebody who joins is a reader of this phone at once, and their words are readable to the installation alone', async () => {
  const id = await joined();
  const item = await open((await joinOf(id))?.sealed ?? '');
  const profile = await profileOf(id);
  expect(item).toEqual({ id: (await joinOf(id))?.id, join: WORDS, opened: profile?.opened });
  expect(JSON.parse(item.opened)).toMatchObject({ type: 'profile.opened', deviceSeq: 0, subject: id, actor: id, device: profile?.device });
  expect(profile).toMatchObject({ session: false, me: { person: { id, name: '' }, roles: ['pastor'] } });
  expect(JSON.stringify(await allEntries())).not.toContain('សុខ');
});

test('joining goes before the records; they follow by the token that it brings', async () => {
  const id = await joined();
  await addRecord(lesson(id), undefined, to);
  expect(await deliver()).toBe('later');
  expect(asked.map(({ path }) => path)).toEqual(['/api/join']);
  join = { status: 200, body: { person: id, token: 'given' } };
  asked = [];
  expect(await deliver()).toBe('done');
  expect(asked.map(({ path, bearer }) => [path, bearer])).toEqual([
    ['/api/join', undefined],
    ['/api/records', 'Bearer given'],
  ]);
  expect((await allEntries()).filter(({ owner }) => owner === id).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
  expect(await ownKept(id, 'join')).toBeUndefined();
});

test('an unknown code is kept with its reason and not tried again; a corrected one joins the same reader', async () => {
  const id = await joined();
  await addRecord(lesson(id), undefined, to);
  join = { status: 404, body: { code: 'join_unknown', title: '…' } };
  await deliver();
  expect(await joinOf(id)).toMatchObject({ state: 'refused', code: 'join_unknown' });
  asked = [];
  expect(await deliver()).toBe('done');
  expect(asked).toEqual([]);
  const profile = await profileOf(id);
  expect(profile && (await correctCode(profile, '87654323', to))).toBe(true);
  const item = await open((await joinOf(id))?.sealed ?? '');
  expect(item).toMatchObject({ join: { ...WORDS, code: '87654323' }, opened: profile?.opened });
  join = { status: 200, body: { person: id, token: 'given' } };
  expect(await deliver()).toBe('done');
});

test('a server that asks for patience has refused nothing', async () => {
  const id = await joined();
  join = { status: 404, body: { code: 'join_unknown', title: '…', retryAfter: 8 } };
  expect(await deliver()).toBe('later');
  expect(await joinOf(id)).toMatchObject({ state: 'waiting' });
});
