import { type KeyObject, verify } from 'node:crypto';
import { hashInput } from '@seek-justice/domain/records/hash.ts';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';

/** The text that a record's hash and signature are made of. */
export function signedText(envelope: Envelope): string {
  return hashInput(envelope as unknown as Parameters<typeof hashInput>[0]);
}

/** Whether a record was signed (ES256) by a profile's key. Done beside the event loop: a carried file has hundreds. */
export function isSignedBy(key: KeyObject, text: string, sig: string): Promise<boolean> {
  const signature = Buffer.from(sig, 'base64url');
  if (signature.length !== 64) return Promise.resolve(false);
  return new Promise((resolve) => {
    verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, signature, (error, holds) => resolve(!error && holds));
  });
}
