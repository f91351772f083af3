import { beforeEach, describe, expect, test } from '@jest/globals';
import { closeProfiles, enterProfile, isLocked, profileOf, profiles, unlockProfile } from '../src/auth/profile/profiles.ts';
import { dropOwn, keepOwn, ownKept, vaultName } from '../src/auth/profile/vault.ts';
import { database } from '../src/local/database.ts';
import { addRecord, allEntries } from '../src/records/outbox.ts';
import { A, B, envelopeOf, fact, freshPhone, newPage, sealTo } from './phone.ts';

const PIN = '274913';
const OTHER = '850216';
const locked = async (owner: string): Promise<boolean> => isLocked(await profileOf(owner));

describe('a profile (SPEC D1)', () => {
  beforeEach(() => freshPhone());

  test('has a device and a key of its own, of which nobody can read the secret part', async () => {
    const [a, b] = [await enterProfile(A, PIN), await enterProfile(B, null)];
    expect(a.device).not.toBe(b.device);
    expect([a.nextSeq, b.nextSeq]).toEqual([1, 1]);
    const secrets = [a.keys?.privateKey, b.keys?.privateKey, a.deviceKey, a.vaultKey, b.vaultKey];
    expect(secrets.map((key) => key?.extractable)).toEqual(Array(5).fill(false));
    await newPage();
    expect((await profileOf(A))?.keys?.privateKey.extractable).toBe(false);
  });

  test('is told from others by a number, in the order in which they came', async () => {
    await enterProfile(B, null);
    await enterProfile(A, null);
    await enterProfile(B, null);
    expect((await profiles()).map(({ owner, number }) => [owner, number])).toEqual([[B, 1], [A, 2]]);
  });

  test('stays the same however often it is entered, also at once from two places', async () => {
    const [one, two] = await Promise.all([enterProfile(A, null), enterProfile(A, null)]);
    const later = await enterProfile(A, PIN);
    expect(new Set([one, two, later].map(({ device }) => device)).size).toBe(1);
    expect(new Set([one, two, later].map(({ opened }) => opened)).size).toBe(1);
  });

  test('keeps the number of its next record when it is entered again', async () => {
    await enterProfile(A, PIN);
    await addRecord(fact(A), undefined, sealTo);
    expect((await enterProfile(A, PIN)).nextSeq).toBe(2);
  });
});

describe('a reader’s secret (SPEC D12)', () => {
  beforeEach(async () => {
    await freshPhone();
    await enterProfile(A, PIN);
    await keepOwn(A, 'draft/q8x3mt', { q1: ['b'] });
  });

  test('opens what is theirs, and a wrong one does not', async () => {
    await closeProfiles(false);
    expect(await locked(A)).toBe(true);
    expect(await ownKept(A, 'draft/q8x3mt')).toBeUndefined();
    expect(await unlockProfile(A, OTHER)).toBe(false);
    expect(await unlockProfile(A, '')).toBe(false);
    expect(await locked(A)).toBe(true);
    expect(await unlockProfile(A, PIN)).toBe(true);
    expect(await locked(A)).toBe(false);
    expect(await ownKept(A, 'draft/q8x3mt')).toEqual({ q1: ['b'] });
  });

  test('is stretched over 600,000 rounds with a salt of the profile’s own', async () => {
    const b = await enterProfile(B, PIN);
    const a = await profileOf(A);
    expect([a?.lock?.rounds, b.lock?.rounds]).toEqual([600_000, 600_000]);
    expect(Buffer.from(a?.lock?.salt ?? []).toString('hex')).toMatch(/^[0-9a-f]{32}$/);
    expect(a?.lock?.salt).not.toEqual(b.lock?.salt);
  });

  test('alone opens nothing: the phone’s own key belongs to it', async () => {
    const { lock } = (await profileOf(A)) ?? {};
    await enterProfile(B, PIN);
    const b = await profileOf(B);
    const { unlock } = await import('../src/auth/profile/lock.ts');
    if (!lock || !b?.deviceKey) throw new Error('no lock');
    expect(await unlock(crypto.subtle, PIN, b.deviceKey, lock)).toBeNull();
  });

  test('holds while it is open over a new page, and nothing that is kept while it is closed is kept', async () => {
    await newPage();
    expect(await ownKept(A, 'draft/q8x3mt')).toEqual({ q1: ['b'] });
    await closeProfiles(false);
    await keepOwn(A, 'draft/other', { q1: ['a'] });
    expect(await (await database())?.get('vault', vaultName(A, 'draft/other'))).toBeUndefined();
    await dropOwn(A, 'draft/q8x3mt');
    await unlockProfile(A, PIN);
    expect(await ownKept(A, 'draft/q8x3mt')).toBeUndefined();
  });

  test('that was changed elsewhere begins a new vault: drafts are gone, what waits is not', async () => {
    const { entry } = await addRecord(fact(A), undefined, sealTo);
    await closeProfiles(false);
    const after = await enterProfile(A, OTHER);
    expect(await ownKept(A, 'draft/q8x3mt')).toBeUndefined();
    expect(await allEntries()).toEqual([entry]);
    expect(envelopeOf(entry).device).toBe(after.device);
    await keepOwn(A, 'draft/q8x3mt', { q1: ['c'] });
    await closeProfiles(false);
    expect(await unlockProfile(A, PIN)).toBe(false);
    expect(await unlockProfile(A, OTHER)).toBe(true);
    expect(await ownKept(A, 'draft/q8x3mt')).toEqual({ q1: ['c'] });
  });
});

describe('several readers on one phone', () => {
  beforeEach(async () => {
    await freshPhone();
    await enterProfile(A, PIN);
    await keepOwn(A, 'draft/q8x3mt', 'of A');
  });

  test('only one profile is open: entering or unlocking one closes the other', async () => {
    await enterProfile(B, OTHER);
    await keepOwn(B, 'draft/q8x3mt', 'of B');
    expect([await locked(A), await locked(B)]).toEqual([true, false]);
    expect([await ownKept(A, 'draft/q8x3mt'), await ownKept(B, 'draft/q8x3mt')]).toEqual([undefined, 'of B']);
    expect(await unlockProfile(A, PIN)).toBe(true);
    expect([await locked(A), await locked(B)]).toEqual([false, true]);
    expect([await ownKept(A, 'draft/q8x3mt'), await ownKept(B, 'draft/q8x3mt')]).toEqual(['of A', undefined]);
  });

  test('a wrong try leaves the open one open', async () => {
    await enterProfile(B, OTHER);
    expect(await unlockProfile(A, OTHER)).toBe(false);
    expect([await locked(A), await locked(B)]).toEqual([true, false]);
  });
});

describe('a vault without a secret', () => {
  beforeEach(async () => {
    await freshPhone();
    await enterProfile(A, null);
    await keepOwn(A, 'draft/q8x3mt', 'mine');
  });

  test('is there while the profile is open: in a hurry it stays, and it is gone when the reader leaves', async () => {
    expect(await locked(A)).toBe(false);
    await closeProfiles(false);
    expect(await ownKept(A, 'draft/q8x3mt')).toBe('mine');
    await closeProfiles(true);
    expect(await ownKept(A, 'draft/q8x3mt')).toBeUndefined();
    expect(await unlockProfile(A, PIN)).toBe(false);
    await enterProfile(A, null);
    expect(await ownKept(A, 'draft/q8x3mt')).toBeUndefined();
  });

  test('lies there as unreadable as any', async () => {
    const lying = (await (await database())?.get('vault', vaultName(A, 'draft/q8x3mt'))) as { data: ArrayBuffer };
    expect(Buffer.from(lying.data).toString('latin1')).not.toContain('mine');
  });
});

describe.each(['no cryptography'] as const)('a browser with %s', (kind) => {
  test('has profiles as before: open, without key or lock', async () => {
    await freshPhone(kind);
    const a = await enterProfile(A, PIN);
    expect(a).toEqual({ owner: A, device: a.device, nextSeq: 0, number: 1 });
    expect(await locked(A)).toBe(false);
    await keepOwn(A, 'draft/q8x3mt', 'mine');
    expect(await ownKept(A, 'draft/q8x3mt')).toBe('mine');
    expect(await unlockProfile(A, PIN)).toBe(false);
  });
});
