import 'fake-indexeddb/auto';
import { createDecipheriv, createHash, createPublicKey, diffieHellman, generateKeyPairSync, verify } from 'node:crypto';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { hashInput } from '@seek-justice/domain/records/hash.ts';
import { parseSealed, type SealingKey } from '@seek-justice/domain/records/sealed.ts';
import { database, forgetDatabase, type OutboxEntry } from '../src/local/database.ts';
import { forgetMemory } from '../src/local/tables.ts';
import type { Fact } from '../src/records/outbox.ts';

export const A = '00000000-0000-4000-8000-00000000000a';
export const B = '00000000-0000-4000-8000-00000000000b';

const whole = globalThis.crypto;
const stored = globalThis.indexedDB;

/** What browsers are like: one with all, one on a plain-HTTP origin, one that keeps nothing. */
export type Kind = 'whole' | 'no cryptography' | 'no database';

/** A browser of a kind, in which nobody has read yet. */
export async function freshPhone(kind: Kind = 'whole'): Promise<void> {
  Object.defineProperty(globalThis, 'indexedDB', { value: stored, configurable: true });
  (await database())?.close();
  forgetDatabase();
  forgetMemory();
  await new Promise((resolve, reject) => {
    Object.assign(stored.deleteDatabase('lessons'), { onsuccess: resolve, onerror: reject });
  });
  const bare = { getRandomValues: <T extends ArrayBufferView<ArrayBuffer>>(bytes: T) => whole.getRandomValues(bytes) };
  Object.defineProperty(globalThis, 'crypto', { value: kind === 'whole' ? whole : bare, configurable: true });
  if (kind === 'no database') Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true });
}

/** The same phone, its page loaded anew. */
export async function newPage(): Promise<void> {
  (await database())?.close();
  forgetDatabase();
}

/** A lesson that somebody has finished. */
export function fact(owner: string, lesson = 'abc123'): Fact {
  return { subject: owner, actor: owner, type: 'lesson.finished', v: 1, occurredAt: new Date().toISOString(), body: { lesson } };
}

const installation = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const { x = '', y = '' } = installation.publicKey.export({ format: 'jwk' });
/** The key of an installation of the tests' own. */
export const sealTo: SealingKey = { kid: 'n3v7kq2c', x, y };

/** Opens what was sealed to it, by another implementation (Node’s) than the one that seals. */
export function unseal(text: string): string {
  const sealed = parseSealed(text);
  if (!sealed || sealed.kid !== sealTo.kid) throw new Error('sealed to nobody');
  const theirs = createPublicKey({ key: { kty: 'EC', crv: 'P-256', ...sealed.epk }, format: 'jwk' });
  const secret = diffieHellman({ privateKey: installation.privateKey, publicKey: theirs });
  // RFC 7518, 4.6.2: round, secret, algorithm, two empty parties, 256 bits.
  const info = Buffer.concat([Buffer.from([0, 0, 0, 7]), Buffer.from('A256GCM'), Buffer.alloc(8), Buffer.from([0, 0, 1, 0])]);
  const key = createHash('sha256').update(Buffer.from([0, 0, 0, 1])).update(secret).update(info).digest();
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64url'), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(sealed.header)).setAuthTag(Buffer.from(sealed.tag, 'base64url'));
  return decipher.update(sealed.content, 'base64url', 'utf8') + decipher.final('utf8');
}

/** What an entry or a sent record says, sealed or not. */
export function envelopeOf(one: unknown): Envelope {
  if (typeof one === 'string') return JSON.parse(unseal(one)) as Envelope;
  const { sealed, envelope } = one as Partial<OutboxEntry>;
  return sealed ? envelopeOf(sealed) : ((envelope ?? one) as Envelope);
}

/** The name by which the server speaks of what was sent: that on the outside of what is sealed. */
export function outsideOf(one: unknown): string {
  return typeof one === 'string' ? (parseSealed(one)?.rid ?? '') : envelopeOf(one).id;
}

/** Whether a record bears the signature of the key in a profile’s first record. */
export function isSignedBy(opened: string, record: Envelope): boolean {
  const { key } = (JSON.parse(opened) as { body: { key: { x: string; y: string } } }).body;
  const by = createPublicKey({ key: { kty: 'EC', crv: 'P-256', ...key }, format: 'jwk' });
  const input = Buffer.from(hashInput(record as unknown as Record<string, Json>));
  return verify('sha256', input, { key: by, dsaEncoding: 'ieee-p1363' }, Buffer.from(record.sig ?? '', 'base64url'));
}

/** Makes every write fail at its end, as on a phone without room. @returns what makes room again. */
export function fillDisk(): () => void {
  const { commit } = IDBTransaction.prototype;
  IDBTransaction.prototype.commit = function full() {
    this.abort();
  };
  return () => {
    IDBTransaction.prototype.commit = commit;
  };
}
