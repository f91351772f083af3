import type { Lock, Profile } from '../../local/database.ts';

/** Rounds of PBKDF2: under a second on a slow phone. Six digits fall to who has the phone's storage and hours; the screen says so. */
const ROUNDS = 600_000;

/** Cryptography, where the browser has it: not on a trainer's laptop without TLS. */
export function subtle(): SubtleCrypto | null {
  return (globalThis.crypto as Crypto | undefined)?.subtle ?? null;
}

function random(bytes: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(bytes));
}

/** The key that wraps: made of the reader's secret and of the phone's own key, so that neither is enough by itself. */
async function wrapper(by: SubtleCrypto, secret: string, deviceKey: CryptoKey, { salt, rounds }: Pick<Lock, 'salt' | 'rounds'>): Promise<CryptoKey> {
  const typed = await by.importKey('raw', new TextEncoder().encode(secret.normalize('NFC')), 'PBKDF2', false, ['deriveBits']);
  const stretched = await by.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, typed, 256);
  const mixed = await by.sign('HMAC', deviceKey, stretched);
  return by.importKey('raw', mixed, 'AES-GCM', false, ['wrapKey', 'unwrapKey']);
}

/** A new vault behind a secret. */
export async function newLock(by: SubtleCrypto, secret: string): Promise<Pick<Required<Profile>, 'deviceKey' | 'lock'> & { vaultKey: CryptoKey }> {
  const deviceKey = (await by.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])) as CryptoKey;
  const open = await by.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
  const lock = { salt: random(16), rounds: ROUNDS, iv: random(12) };
  const wrapped = await by.wrapKey('raw', open, await wrapper(by, secret, deviceKey, lock), { name: 'AES-GCM', iv: lock.iv });
  const whole = { ...lock, wrapped };
  return { deviceKey, lock: whole, vaultKey: (await unlock(by, secret, deviceKey, whole)) as CryptoKey };
}

/** A vault for who has given no secret yet: it is there while the profile is open. */
export function openVault(by: SubtleCrypto): Promise<CryptoKey> {
  return by.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** The vault's key, which cannot be read out; null when the secret is another one. */
export async function unlock(by: SubtleCrypto, secret: string, deviceKey: CryptoKey, lock: Lock): Promise<CryptoKey | null> {
  try {
    return await by.unwrapKey('raw', lock.wrapped, await wrapper(by, secret, deviceKey, lock), { name: 'AES-GCM', iv: lock.iv }, 'AES-GCM', false, ['encrypt', 'decrypt']);
  } catch {
    return null;
  }
}

/** What was put into a vault: nobody reads it without the key. */
interface Closed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

export async function close(key: CryptoKey, value: unknown): Promise<Closed> {
  const iv = random(12);
  const data = await (subtle() as SubtleCrypto).encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(value)));
  return { iv, data };
}

/** The value again; undefined when it was closed with another key. */
export async function reveal(key: CryptoKey, closed: unknown): Promise<unknown> {
  const { iv, data } = closed as Closed;
  try {
    return JSON.parse(new TextDecoder().decode(await (subtle() as SubtleCrypto).decrypt({ name: 'AES-GCM', iv }, key, data)));
  } catch {
    return undefined;
  }
}
