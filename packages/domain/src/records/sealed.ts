import { isId } from '../kernel/ids.ts';

/**
 * A record that only the installation can read: a compact JWE (RFC 7516) with ECDH-ES over P-256 and A256GCM. Whoever
 * carries it sees the id of the record and nothing else.
 */
export interface Sealed {
  /** Id of what is inside, so that a verdict can name it. */
  rid: string;
  /** Id of the installation's key. */
  kid: string;
  /** The phone's ephemeral public key. */
  epk: { x: string; y: string };
  /** The protected header as it came: authenticated with the content. */
  header: string;
  iv: string;
  content: string;
  tag: string;
}

/** The installation's public key for sealing, as pages carry it. */
export interface SealingKey {
  kid: string;
  x: string;
  y: string;
}

/** Members that every protected header has beside `rid` and `epk`. */
export const SEAL_HEADER = { alg: 'ECDH-ES', enc: 'A256GCM' } as const;

const COORDINATE = /^[\w-]{43}$/;

function isCoordinate(value: unknown): value is string {
  return typeof value === 'string' && COORDINATE.test(value);
}

function decode(base64url: string): string {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (sign) => sign.charCodeAt(0)));
}

/** Reads a sealed text's outside; null for anything that no phone of ours has sealed. */
export function parseSealed(text: string): Sealed | null {
  const [header = '', key, iv = '', content = '', tag = '', more] = text.split('.');
  if (key !== '' || more !== undefined || ![iv, content, tag].every((part) => /^[\w-]+$/.test(part))) return null;
  try {
    const { alg, enc, kid, epk, rid } = JSON.parse(decode(header)) as Record<string, unknown>;
    const point = epk as { x?: unknown; y?: unknown } | null;
    if (alg !== SEAL_HEADER.alg || enc !== SEAL_HEADER.enc || typeof kid !== 'string' || kid.length > 64 || !isId(rid)) return null;
    if (!isCoordinate(point?.x) || !isCoordinate(point.y)) return null;
    return { rid, kid, epk: { x: point.x, y: point.y }, header, iv, content, tag };
  } catch {
    return null;
  }
}
