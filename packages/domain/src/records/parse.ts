import type { Json } from '../kernel/canonical.ts';
import { JsonReader, type Violation } from '../kernel/ijson.ts';
import { type Envelope, LIMITS, envelopeFault } from './envelope.ts';
import { parseSealed, type Sealed } from './sealed.ts';

/**
 * A record of a request: well formed, still sealed, or refused with what is wrong. `id` is null where none could be
 * read.
 */
export type Arrived =
  | { ok: true; envelope: Envelope; text: string }
  | { ok: 'sealed'; id: string; sealed: Sealed }
  | { ok: false; id: string | null; fault: Violation | 'too_large' | 'unreadable' | keyof Envelope | 'envelope' };

/** UTF-8 bytes without encoding when the text is short enough that it cannot exceed the limit. */
function exceeds(text: string, bytes: number): boolean {
  return text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes;
}

function readRecord(reader: JsonReader): Arrived {
  // The body's own depth limit is one less than the record's; readValue counts the record as the first level.
  const record = reader.readValue(LIMITS.bodyDepth + 1);
  if (typeof record.value === 'string') return readSealed(record.value);
  const id = idOf(record.value);
  if (exceeds(record.text, LIMITS.recordBytes)) return { ok: false, id, fault: 'too_large' };
  if (record.violation) return { ok: false, id, fault: record.violation };
  const fault = envelopeFault(record.value);
  if (fault) return { ok: false, id, fault };
  if (exceeds(record.text, LIMITS.bodyBytes) && bodyTooLarge(record.text)) return { ok: false, id, fault: 'too_large' };
  return { ok: true, envelope: record.value as unknown as Envelope, text: record.text };
}

function readSealed(text: string): Arrived {
  if (text.length > LIMITS.sealedLength) return { ok: false, id: null, fault: 'too_large' };
  const sealed = parseSealed(text);
  return sealed ? { ok: 'sealed', id: sealed.rid, sealed } : { ok: false, id: null, fault: 'envelope' };
}

/**
 * One record by itself: what was sealed, once it is open.
 * @throws JsonSyntaxError when it is not JSON.
 */
export function parseRecord(text: string): Arrived {
  const reader = new JsonReader(text);
  const arrived = readRecord(reader);
  return reader.end() === null ? arrived : { ok: false, id: null, fault: 'envelope' };
}

function bodyTooLarge(record: string): boolean {
  const reader = new JsonReader(record);
  let large = false;
  reader.readObject((key) => {
    const { text } = reader.readValue(LIMITS.bodyDepth);
    if (key === 'body') large = exceeds(text, LIMITS.bodyBytes);
  });
  return large;
}

function idOf(value: Json): string | null {
  const id = typeof value === 'object' && value !== null && !Array.isArray(value) ? value.id : null;
  return typeof id === 'string' && id.length <= 64 ? id : null;
}

/**
 * The records of a request `{"records": […]}` in request order, each with its source text. What is wrong inside one
 * record is said of that record alone.
 * @returns null when the text is JSON but not such an object.
 * @throws JsonSyntaxError when it is not JSON (a request that was cut on its way).
 */
export function parseRequest(text: string): Arrived[] | null {
  const reader = new JsonReader(text);
  if (reader.peek() !== '{') {
    reader.readValue(LIMITS.bodyDepth);
    reader.end();
    return null;
  }
  let records: Arrived[] | null = null;
  let wellFormed = true;
  reader.readObject((key) => {
    if (key !== 'records') return void reader.readValue(LIMITS.bodyDepth);
    const found: Arrived[] = [];
    if (nextIsArray(reader)) reader.readArray(() => found.push(readRecord(reader)));
    else wellFormed = false;
    records = found;
  });
  if (reader.end() !== null) return null;
  return wellFormed ? records : null;
}

function nextIsArray(reader: JsonReader): boolean {
  if (reader.peek() === '[') return true;
  reader.readValue(LIMITS.bodyDepth);
  return false;
}
