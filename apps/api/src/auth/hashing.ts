import { createHash, createHmac, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A secret nobody knows, verified against when an account does not exist, so that both cases cost the same. */
let decoy: Promise<string> | undefined;

export function hashSecret(secret: string): Promise<string> {
  return hash(secret, ARGON);
}

/** Whether a PIN or password fits a stored hash; with null it does the same work and answers false. */
export async function verifySecret(stored: string | null, secret: string): Promise<boolean> {
  decoy ??= hashSecret(randomBytes(16).toString('hex'));
  const fits = await verify(stored ?? (await decoy), secret);
  return stored !== null && fits;
}

/** 256 random bits for cookies and one-time links, as URL-safe text. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: enough to find it, useless to whoever reads the table. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Keyed hash of a printed code, an e-mail address or an (account, address) pair. */
export function keyedHash(key: Buffer, purpose: string, value: string): Buffer {
  return createHmac('sha256', key).update(`${purpose}\0${value}`).digest();
}
