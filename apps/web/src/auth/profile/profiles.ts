import { canonical, type Json } from '@seek-justice/domain/kernel/canonical.ts';
import { newId } from '@seek-justice/domain/kernel/ids.ts';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { hashInput } from '@seek-justice/domain/records/hash.ts';
import type { Profile } from '../../local/database.ts';
import { atomically, read, readAll } from '../../local/tables.ts';
import { newLock, openVault, subtle, unlock } from './lock.ts';

/** All readers of this phone, in the order in which they came. */
export async function profiles(): Promise<Profile[]> {
  return (await readAll('profiles')).sort((a, b) => a.number - b.number);
}

export function profileOf(owner: string): Promise<Profile | undefined> {
  return read('profiles', owner);
}

/** Changes a profile in one step; nothing where it is not there. */
export async function changeProfile(owner: string, change: Partial<Profile>): Promise<void> {
  await atomically(['profiles'], async (does) => {
    const profile = await does.get('profiles', owner);
    if (profile) does.put('profiles', owner, { ...profile, ...change });
  });
}

/** Base64 for addresses. */
export function base64url(bytes: ArrayBuffer | Uint8Array): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes as ArrayBuffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The text of a record with its signature; without one where the profile has no key. */
export async function signed(envelope: Envelope, keys: CryptoKeyPair | undefined): Promise<string> {
  const by = subtle();
  if (!by || !keys) return canonical(envelope as unknown as Json);
  const input = new TextEncoder().encode(hashInput(envelope as unknown as { [key: string]: Json }));
  const sig = base64url(await by.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, input));
  return canonical({ ...envelope, sig } as unknown as Json);
}

/** A profile with its key and its first record, which names the key and is signed by it. */
async function begin(by: SubtleCrypto, owner: string): Promise<Pick<Profile, 'owner' | 'device' | 'nextSeq' | 'keys' | 'opened'>> {
  const keys = (await by.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])) as CryptoKeyPair;
  const { x = '', y = '' } = await by.exportKey('jwk', keys.publicKey);
  const device = newId();
  const envelope: Envelope = {
    id: newId(),
    subject: owner,
    actor: owner,
    type: 'profile.opened',
    v: 1,
    device,
    deviceSeq: 0,
    occurredAt: new Date().toISOString(),
    after: null,
    body: { key: { x, y } },
  };
  return { owner, device, nextSeq: 1, keys, opened: await signed(envelope, keys) };
}

/** What a secret makes of a vault: opened, or, when it is another one than before, begun anew without its drafts. */
async function vaultFor(by: SubtleCrypto, before: Profile | undefined, secret: string | null): Promise<Partial<Profile>> {
  // A vault behind a secret waits for it.
  if (secret === null) return before?.vaultKey || before?.lock ? {} : { vaultKey: await openVault(by) };
  if (!before?.lock || !before.deviceKey) return newLock(by, secret);
  const vaultKey = await unlock(by, secret, before.deviceKey, before.lock);
  return vaultKey ? { vaultKey } : newLock(by, secret);
}

/**
 * The open profile of a person, made when this phone has none: at sign-in, with the secret that the server has found to
 * be right, or without one where there was none to be had (a session from before). Only one profile is open at a time.
 */
export async function enterProfile(owner: string, secret: string | null): Promise<Profile> {
  const by = subtle();
  const before = await profileOf(owner);
  if (before && secret === null && (!by || before.vaultKey)) return before;
  // Before the step: a step on the tables cannot wait for cryptography.
  const begun = before?.keys || !by ? {} : await begin(by, owner);
  return settle(owner, begun, by ? await vaultFor(by, before, secret) : {});
}

function nextNumber(all: readonly Profile[]): number {
  return Math.max(0, ...all.map(({ number }) => number)) + 1;
}

/** For a phone without room: a profile without a key, since nobody could vouch for one that is gone with the page. */
export async function passingProfile(owner: string): Promise<Profile> {
  return { owner, device: newId(), nextSeq: 0, number: nextNumber(await profiles().catch(() => [])) };
}

async function settle(owner: string, begun: Partial<Profile>, vault: Partial<Profile>): Promise<Profile> {
  return atomically(['profiles'], async (does) => {
    const all = await does.all('profiles');
    const now = all.find((profile) => profile.owner === owner);
    const number = now?.number ?? nextNumber(all);
    // Another tab may have been quicker: its key stands.
    const profile: Profile = { device: newId(), nextSeq: 0, ...now, ...(now?.keys ? {} : begun), ...vault, owner, number };
    for (const other of all) if (other.owner !== owner && other.vaultKey) does.put('profiles', other.owner, { ...other, vaultKey: null });
    does.put('profiles', owner, profile);
    return profile;
  });
}

/** Opens a profile on the phone itself, also without a network. @returns whether the secret was right. */
export async function unlockProfile(owner: string, secret: string): Promise<boolean> {
  const by = subtle();
  const profile = await profileOf(owner);
  if (!by || !profile?.lock || !profile.deviceKey) return false;
  const vaultKey = await unlock(by, secret, profile.deviceKey, profile.lock);
  if (!vaultKey) return false;
  await settle(owner, {}, { vaultKey });
  return true;
}

/** Whether a profile waits for its secret. */
export function isLocked(profile: Profile | undefined): boolean {
  return profile?.lock !== undefined && !profile.vaultKey;
}

/** Closes whatever profile is open; `all`: also one that never had a secret, whose vault is gone with that. */
export async function closeProfiles(all: boolean): Promise<void> {
  await atomically(['profiles'], async (does) => {
    for (const profile of await does.all('profiles')) if (profile.vaultKey && (all || profile.lock)) does.put('profiles', profile.owner, { ...profile, vaultKey: null });
  });
}
