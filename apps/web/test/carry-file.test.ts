import { expect, test } from '@jest/globals';
import { carriable, codeAddress, fileName, packFile, readFile, readFragment } from '../src/features/progress/carry/carry-file.ts';
import type { OutboxEntry } from '../src/local/database.ts';

const A = '00000000-0000-4000-8000-00000000000a';
const B = '00000000-0000-4000-8000-00000000000b';
const POINT = 'x'.repeat(43);

/** Sealed by nobody: its outside alone is what a phone that carries it can read. */
function sealed(rid: string, content = 'AAAA'): string {
  const header = { alg: 'ECDH-ES', enc: 'A256GCM', kid: 'k', epk: { kty: 'EC', crv: 'P-256', x: POINT, y: POINT }, rid };
  return `${btoa(JSON.stringify(header)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}..AAAA.${content}.AAAA`;
}

const entry = (id: string, more: Partial<OutboxEntry>): OutboxEntry => ({ id, owner: 'a', seq: 0, at: 0, state: 'waiting', sealed: sealed(id), ...more });

test('a file holds what waits, and reads as what it holds', () => {
  const made = new Date('2026-03-09T01:02:03.004Z');
  const carried = carriable([entry(A, { seq: 4 }), entry(B, { seq: -1, owner: null })]);
  const text = packFile(carried, made);
  expect(JSON.parse(text)).toEqual({ lessons: 1, made: '2026-03-09T01:02:03.004Z', sealed: [sealed(B), sealed(A)] });
  expect(readFile(text)).toEqual({ carried: [{ id: B, sealed: sealed(B) }, { id: A, sealed: sealed(A) }], unreadable: 0 });
  expect(fileName(made)).toBe('lessons-2026-03-09.txt');
});

test('what was delivered or refused, and what was never sealed, is not handed on', () => {
  const { sealed: _, ...plain } = entry(A, {});
  expect(carriable([entry(A, { state: 'delivered' }), entry(B, { state: 'refused' }), plain])).toEqual([]);
});

test('one record twice is one record, and what is no record is counted', () => {
  const text = JSON.stringify({ lessons: 1, made: '…', sealed: [sealed(A), 'half of one', 7, sealed(A), sealed(B, 'a'.repeat(29_000))] });
  expect(readFile(text)).toEqual({ carried: [{ id: A, sealed: sealed(A) }], unreadable: 3 });
});

test.each(['', 'hello', 'null', '[]', '{"lessons":2,"sealed":[]}', '{"lessons":1}'])('%j is some other file', (text) => {
  expect(readFile(text)).toBeNull();
});

test('a record goes through a code on the screen, unless it is too long for one', () => {
  const address = codeAddress('https://lessons.example', { id: A, sealed: sealed(A) }) ?? '';
  expect(new URL(address).pathname).toBe('/carry');
  expect(readFragment(new URL(address).hash)).toEqual({ carried: [{ id: A, sealed: sealed(A) }], unreadable: 0 });
  expect(codeAddress('https://lessons.example', { id: A, sealed: sealed(A, 'a'.repeat(2048)) })).toBeNull();
  expect(readFragment('#cut-off')).toEqual({ carried: [], unreadable: 1 });
  expect(readFragment('')).toBeNull();
});
