import { randomUUID, webcrypto } from 'node:crypto';
import { createRequire } from 'node:module';
import { CompactEncrypt, importJWK } from 'jose';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';

// Another implementation of RFC 8785, by other people.
const canonicalize = createRequire(import.meta.url)('canonicalize') as (value: unknown) => string;

export interface SealTo {
  kid: string;
  x: string;
  y: string;
}

/** A phone with a profile that signs, sealing by another implementation (jose) than the one that unseals. */
export class SignedPhone {
  readonly person: string;
  readonly device = randomUUID();
  readonly #keys: webcrypto.CryptoKeyPair;
  readonly #point: { x: string; y: string };
  #seq = 1;

  private constructor(person: string, keys: webcrypto.CryptoKeyPair, point: { x: string; y: string }) {
    this.person = person;
    this.#keys = keys;
    this.#point = point;
  }

  static async of(person: string): Promise<SignedPhone> {
    const keys = (await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
    const { x = '', y = '' } = await webcrypto.subtle.exportKey('jwk', keys.publicKey);
    return new SignedPhone(person, keys, { x, y });
  }

  async sign(envelope: Envelope): Promise<Envelope> {
    const text = new TextEncoder().encode(canonicalize(envelope));
    const sig = Buffer.from(await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, this.#keys.privateKey, text)).toString('base64url');
    return { ...envelope, sig };
  }

  envelope(type: string, body: object, change: Partial<Envelope> = {}): Envelope {
    const { person, device } = this;
    return { id: randomUUID(), subject: person, actor: person, type, v: 1, device, deviceSeq: change.deviceSeq ?? this.#seq++, occurredAt: '2026-11-20T02:15:30.000Z', after: null, body: body as Envelope['body'], ...change };
  }

  /** The first record of the profile, as text. */
  async opened(change: Partial<Envelope> = {}): Promise<string> {
    return JSON.stringify(await this.sign(this.envelope('profile.opened', { key: this.#point }, { deviceSeq: 0, ...change })));
  }

  lesson(lesson: string, change: Partial<Envelope> = {}): Promise<Envelope> {
    return this.sign(this.envelope('lesson.finished', { lesson, snapshot: 'a'.repeat(64), lang: 'km', mode: 'read' }, change));
  }
}

/** Seals a text to an installation; `rid` is what its outside says of the id within. */
export async function sealed(rid: string, text: string, to: SealTo): Promise<string> {
  const key = await importJWK({ kty: 'EC', crv: 'P-256', x: to.x, y: to.y }, 'ECDH-ES');
  return new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: to.kid, rid }).encrypt(key);
}

export function sealedRecord(record: Envelope, to: SealTo): Promise<string> {
  return sealed(record.id, JSON.stringify(record), to);
}
