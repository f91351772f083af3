import { canonical, type Json } from '../kernel/canonical.ts';

/**
 * The text whose SHA-256 is a record's hash: RFC 8785 of everything that arrived except `sig`. Two records with
 * one id and equal hashes are the same record sent twice; with different hashes the second is refused.
 */
export function hashInput(envelope: { [key: string]: Json }): string {
  const { sig: _sig, ...signed } = envelope;
  return canonical(signed);
}
