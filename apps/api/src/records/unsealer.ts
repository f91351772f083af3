import { createDecipheriv, createHash, type ECDH } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SEAL_HEADER, type Sealed } from '@seek-justice/domain/records/sealed.ts';
import { SealingKeys } from './sealing-keys.ts';

const CACHE_LIMIT = 20_000;

function lengthAnd(text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, Buffer.from(text, 'ascii')]);
}

/** What RFC 7518 (4.6.2) hashes beside the shared secret: algorithm, no party information, 256 bits. */
const OTHER_INFO = Buffer.concat([lengthAnd(SEAL_HEADER.enc), lengthAnd(''), lengthAnd(''), Buffer.from([0, 0, 1, 0])]);
const ROUND_ONE = Buffer.from([0, 0, 0, 1]);

/** Marks a point of the curve that is written with both coordinates. */
const BOTH = Buffer.from([4]);

/** @throws when the coordinates are no point of the curve. */
function contentKey(own: ECDH, { x, y }: Sealed['epk']): Buffer {
  const secret = own.computeSecret(Buffer.concat([BOTH, Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]));
  return createHash('sha256').update(ROUND_ONE).update(secret).update(OTHER_INFO).digest();
}

/** Opens what phones have sealed. A phone keeps one ephemeral key for a while, so the dear part is done once for many records. */
@Injectable()
export class Unsealer {
  readonly #keys: SealingKeys;
  readonly #content = new Map<string, Buffer>();

  constructor(keys: SealingKeys) {
    this.#keys = keys;
  }

  /** The text inside; null when it was sealed to no key of ours, was changed, or is no text. */
  async open(sealed: Sealed): Promise<string | null> {
    const own = await this.#keys.find(sealed.kid);
    if (!own) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#contentKey(own, sealed), Buffer.from(sealed.iv, 'base64url'), { authTagLength: 16 });
      decipher.setAAD(Buffer.from(sealed.header, 'ascii'));
      decipher.setAuthTag(Buffer.from(sealed.tag, 'base64url'));
      const bytes = Buffer.concat([decipher.update(sealed.content, 'base64url'), decipher.final()]);
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return null;
    }
  }

  #contentKey(own: ECDH, { kid, epk }: Sealed): Buffer {
    const name = `${kid}.${epk.x}.${epk.y}`;
    const known = this.#content.get(name);
    if (known) return known;
    const key = contentKey(own, epk);
    if (this.#content.size >= CACHE_LIMIT) this.#content.clear();
    this.#content.set(name, key);
    return key;
  }
}
