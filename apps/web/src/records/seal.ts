import type { SealingKey } from '@seek-justice/domain/records/sealed.ts';
import { SEAL_HEADER } from '@seek-justice/domain/records/sealed.ts';
import { subtle } from '../auth/profile/lock.ts';
import { base64url } from '../auth/profile/profiles.ts';

interface Sealer {
  epk: { x: string; y: string };
  key: CryptoKey;
}

const P256 = { name: 'ECDH', namedCurve: 'P-256' } as const;

function sized(text: string): number[] {
  return [0, 0, 0, text.length, ...new TextEncoder().encode(text)];
}

/** One ephemeral key a page serves all that the page seals; its secret half is gone at once, so the phone itself can't unseal. */
async function newSealer(by: SubtleCrypto, to: SealingKey): Promise<Sealer> {
  const theirs = await by.importKey('jwk', { kty: 'EC', crv: 'P-256', x: to.x, y: to.y }, P256, false, []);
  const own = (await by.generateKey(P256, false, ['deriveBits'])) as CryptoKeyPair;
  const secret = new Uint8Array(await by.deriveBits({ name: 'ECDH', public: theirs }, own.privateKey, 256));
  // RFC 7518, 4.6.2: one round of the concatenation KDF, no party information, 256 bits.
  const derived = await by.digest('SHA-256', new Uint8Array([0, 0, 0, 1, ...secret, ...sized(SEAL_HEADER.enc), ...sized(''), ...sized(''), 0, 0, 1, 0]));
  const { x = '', y = '' } = await by.exportKey('jwk', own.publicKey);
  return { epk: { x, y }, key: await by.importKey('raw', derived, 'AES-GCM', false, ['encrypt']) };
}

const sealers = new Map<string, Promise<Sealer>>();

/**
 * Seals a text to the installation, as a compact JWE (RFC 7516). @returns null where the browser has no cryptography, or
 * the page no key to seal to that is one.
 */
export async function seal(rid: string, text: string, to: SealingKey | undefined): Promise<string | null> {
  const by = subtle();
  if (!by || !to) return null;
  const sealer = sealers.get(to.kid) ?? newSealer(by, to);
  sealers.set(to.kid, sealer);
  const made = await sealer.catch(() => null);
  // A key that is none: better unsealed than not at all.
  if (!made) return null;
  const { epk, key } = made;
  const header = base64url(new TextEncoder().encode(JSON.stringify({ ...SEAL_HEADER, kid: to.kid, epk: { kty: 'EC', crv: 'P-256', ...epk }, rid })));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = new Uint8Array(await by.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(header) }, key, new TextEncoder().encode(text)));
  return [header, '', base64url(iv), base64url(sealed.subarray(0, -16)), base64url(sealed.subarray(-16))].join('.');
}
