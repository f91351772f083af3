import type { Json } from '../kernel/canonical.ts';
import { isId } from '../kernel/ids.ts';

/** A fact of training as the device that saw it wrote it down. See SPEC.md, R1–R8. */
export interface Envelope {
  /** Random UUID (version 4), made where the fact happened. */
  id: string;
  /** The person that the fact is about. */
  subject: string;
  /** The person who says so. */
  actor: string;
  /** Dotted name, e.g. `lesson.finished`. Unknown ones are stored. */
  type: string;
  /** Version of the type's body, from 1. */
  v: number;
  /** Random id of the (phone, profile) pair. */
  device: string;
  /** Counts up by one on each record of the device, from 0: shows gaps without trusting clocks. */
  deviceSeq: number;
  /** The device's clock, `YYYY-MM-DDTHH:MM:SS.sssZ`. Shown, never trusted. */
  occurredAt: string;
  /** The last feed position that the device had seen; null before its first contact. */
  after: string | null;
  /** Ids, numbers and choices alone. */
  body: { [key: string]: Json };
  /** Signature by the profile's key over the hash input; absent on what a session vouches for. */
  sig?: string;
}

/** Limits that every record keeps, whatever its type. */
export const LIMITS = {
  /** Levels of the body. */
  bodyDepth: 8,
  /** UTF-8 bytes of the body as sent (16 KB). */
  bodyBytes: 16 * 1024,
  /** UTF-8 bytes of the whole record as sent. */
  recordBytes: 20 * 1024,
  /** Highest version of a type: what every database can hold as an integer. */
  version: 2_147_483_647,
  /** Characters of a sealed record: a whole one in base64url, and what seals it. */
  sealedLength: 28 * 1024,
  recordsPerRequest: 200,
  /** UTF-8 bytes of a request (4 MB). */
  requestBytes: 4 * 1024 * 1024,
} as const;

const TYPE = /^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function isCount(value: unknown, least: number): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least;
}

/** Whether a calendar has that moment. Engines differ about 30 February, so what was parsed must read the same again. */
function isTime(value: unknown): boolean {
  if (typeof value !== 'string' || !TIME.test(value)) return false;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
}

function isObject(value: unknown): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The first member of an envelope that is missing or malformed, or null when it is well formed.
 * Members that we do not know are fine: a later version may have written them.
 */
export function envelopeFault(value: Json): keyof Envelope | 'envelope' | null {
  if (!isObject(value)) return 'envelope';
  for (const member of ['id', 'subject', 'actor', 'device'] as const) if (!isId(value[member])) return member;
  if (typeof value.type !== 'string' || value.type.length > 64 || !TYPE.test(value.type)) return 'type';
  if (!isCount(value.v, 1) || Number(value.v) > LIMITS.version) return 'v';
  if (!isCount(value.deviceSeq, 0)) return 'deviceSeq';
  if (!isTime(value.occurredAt)) return 'occurredAt';
  if (value.after !== null && (typeof value.after !== 'string' || value.after.length > 200)) return 'after';
  if (!isObject(value.body)) return 'body';
  if (value.sig !== undefined && (typeof value.sig !== 'string' || value.sig.length > 1024)) return 'sig';
  return null;
}
