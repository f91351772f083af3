import { createCipheriv, createHash, diffieHellman, generateKeyPairSync, type KeyObject, randomBytes, randomUUID, sign } from 'node:crypto';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { hashInput } from '@seek-justice/domain/records/hash.ts';

type Point = { x: string; y: string };

function pointOf(key: KeyObject): Point {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return { x, y };
}

/** Somebody with a phone and no network: a profile made there, whose records are signed by its own key. */
export class Joiner {
  readonly person = randomUUID();
  readonly device = randomUUID();
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #opened: string;
  #seq = 0;

  constructor() {
    this.#opened = JSON.stringify(this.record('profile.opened', { key: pointOf(this.#keys.publicKey) }));
  }

  /** A record of this profile, signed. */
  record(type: string, body: object, change: Partial<Envelope> = {}): Envelope {
    const envelope: Envelope = {
      id: randomUUID(), subject: this.person, actor: this.person, type, v: 1, device: this.device, deviceSeq: this.#seq++,
      occurredAt: '2026-11-20T02:15:30.000Z', after: null, body: body as Envelope['body'], ...change,
    };
    const sig = sign('sha256', Buffer.from(hashInput(envelope as never)), { key: this.#keys.privateKey, dsaEncoding: 'ieee-p1363' });
    return { ...envelope, sig: sig.toString('base64url') };
  }

  lesson(lesson: string): Envelope {
    return this.record('lesson.finished', { lesson, snapshot: 'a'.repeat(64), lang: 'km', mode: 'read' });
  }

  /** The item by which this person joins a cohort. */
  item(code: string, words: object = {}) {
    return { id: randomUUID(), join: { code, name: 'សុខ សុភាព', adult: true, ...words }, opened: this.#opened };
  }
}

function lengthAnd(text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, Buffer.from(text)]);
}

/** Seals something as a phone does: compact JWE, ECDH-ES (RFC 7518, 4.6) with A256GCM. */
export function sealed(item: { id: string }, to: Point & { kid: string }): string {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const header = Buffer.from(JSON.stringify({ alg: 'ECDH-ES', enc: 'A256GCM', kid: to.kid, epk: { kty: 'EC', crv: 'P-256', ...pointOf(own.publicKey) }, rid: item.id })).toString('base64url');
  const theirs = { key: { kty: 'EC', crv: 'P-256', x: to.x, y: to.y }, format: 'jwk' } as never;
  const secret = diffieHellman({ privateKey: own.privateKey, publicKey: theirs });
  const info = Buffer.concat([lengthAnd('A256GCM'), lengthAnd(''), lengthAnd(''), Buffer.from([0, 0, 1, 0])]);
  const key = createHash('sha256').update(Buffer.from([0, 0, 0, 1])).update(secret).update(info).digest();
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: 16 });
  cipher.setAAD(Buffer.from(header));
  const content = Buffer.concat([cipher.update(JSON.stringify(item)), cipher.final()]);
  return [header, '', ...[iv, content, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
}
