import { createHash, createPublicKey, verify } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonical, type Json } from '../src/kernel/canonical.ts';
import type { Envelope } from '../src/records/envelope.ts';
import { hashInput } from '../src/records/hash.ts';
import { parseRequest } from '../src/records/parse.ts';
import { bodyFits } from '../src/records/schemas.ts';
import { addRecord, emptyState, type Stamp, type State } from '../src/records/state.ts';
import { checkLaw } from '../src/testing/seeds.ts';

// Another implementation of RFC 8785, by other people: ours must agree with it everywhere.
const second = createRequire(import.meta.url)('canonicalize') as (value: unknown) => string;
const fixtures = join(import.meta.dirname, '..', 'fixtures');
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

interface Vector {
  name: string;
  input: string;
  canonical: string;
  sha256: string;
}
const vectors = JSON.parse(readFileSync(join(fixtures, 'canonical.json'), 'utf8')) as Vector[];

describe('canonical text (SPEC H2)', () => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    const value = JSON.parse(vector.input) as Json;
    expect(canonical(value)).toBe(vector.canonical);
    expect(second(value)).toBe(vector.canonical);
    expect(sha256(vector.canonical)).toBe(vector.sha256);
  });

  it('agrees with the second implementation on every value, whatever the order of members', async () => {
    await checkLaw(
      'canonical-text',
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(canonical(value as Json)).toBe(second(value));
        expect(canonical(reversed(value as Json))).toBe(canonical(value as Json));
        expect(canonical(JSON.parse(canonical(value as Json)) as Json)).toBe(canonical(value as Json));
      }),
      { numRuns: 400 },
    );
  });

  it('is not made of what JSON cannot hold', () => {
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) expect(() => canonical([number])).toThrow(TypeError);
  });
});

function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

interface Fixture {
  record: Envelope;
  text: string;
  hash: string;
  stamp: Stamp;
  state: State;
}
const shipped = readdirSync(join(fixtures, 'records'))
  .sort()
  .map((file) => [file, JSON.parse(readFileSync(join(fixtures, 'records', file), 'utf8')) as Fixture] as const);

describe('every record version ever shipped', () => {
  it('has its fixture', () => {
    expect(shipped.map(([file]) => file)).toEqual(expect.arrayContaining(['lesson-finished.v1.json', 'people-merged.v1.json', 'profile-opened.v1.json', 'quiz-submitted.v1.json', 'record-voided.v1.json']));
  });

  describe.each(shipped)('%s', (file, { record, text, hash, stamp, state }) => {
    it('bears the name of its type and version', () => {
      expect(file).toBe(`${record.type.replaceAll('.', '-')}.v${record.v}.json`);
    });

    it('is read from its text, in a request and byte for byte (SPEC R1, R6)', () => {
      expect(parseRequest(`{"records":[${text}]}`)).toEqual([{ ok: true, envelope: record, text }]);
    });

    it('fits its type, and not without a member of its body (SPEC R7)', () => {
      expect(bodyFits(record.type, record.v, record.body)).toBe(true);
      for (const member of Object.keys(record.body)) {
        const { [member]: _gone, ...rest } = record.body;
        expect(bodyFits(record.type, record.v, rest)).toBe(false);
      }
    });

    it('has the hash that other implementations computed (SPEC H1)', () => {
      expect(sha256(hashInput(record as unknown as Record<string, Json>))).toBe(hash);
      const { sig: _sig, ...signed } = record;
      expect(sha256(second(signed))).toBe(hash);
    });

    it('folds to what it always folded to (SPEC S1)', () => {
      const folded = emptyState();
      addRecord(folded, record, stamp);
      expect(folded).toEqual(state);
    });
  });
});

describe('the signature of a profile’s first record (SPEC D2, D3)', () => {
  // Made by OpenSSL, over a text that Python wrote.
  const [, { record }] = shipped.find(([file]) => file.startsWith('profile')) as (typeof shipped)[number];
  const { x, y } = record.body.key as { x: string; y: string };
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const holds = (value: Envelope) =>
    verify('sha256', Buffer.from(hashInput(value as unknown as Record<string, Json>)), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(record.sig ?? '', 'base64url'));

  it('is that of the key in it, over the hash’s text', () => {
    expect(holds(record)).toBe(true);
  });

  it('is for nothing else', () => {
    expect(holds({ ...record, subject: record.id })).toBe(false);
    expect(holds({ ...record, deviceSeq: 1 })).toBe(false);
    expect(holds({ ...record, body: { key: { x: y, y: x } } })).toBe(false);
  });
});

describe('the hash of a record (SPEC H1)', () => {
  const [, { record }] = shipped.find(([file]) => file.startsWith('quiz')) as (typeof shipped)[number];
  const input = (value: object) => hashInput(value as Record<string, Json>);

  it('leaves out the signature, and nothing else', () => {
    const { sig: _sig, ...unsigned } = record;
    expect(input(record)).toBe(input(unsigned));
    expect(input({ ...record, sig: 'other' })).toBe(input(unsigned));
    for (const member of Object.keys(unsigned)) {
      const { [member as keyof typeof unsigned]: _gone, ...rest } = unsigned;
      expect(input(rest)).not.toBe(input(unsigned));
    }
  });

  it('counts a signature further in, an unknown member and one called __proto__ (SPEC R8)', () => {
    const unknown = { ...record, colour: 'ខៀវ' };
    expect(input(unknown)).toContain('"colour":"ខៀវ"');
    expect(input({ ...record, body: { ...record.body, sig: 'x' } })).toContain('"sig":"x"');
    const odd = JSON.parse(JSON.stringify(record).replace('{', '{"__proto__":{"sig":"y"},')) as object;
    expect(input(odd)).toContain('"__proto__":{"sig":"y"}');
  });

  it('is the same for the same record sent in other words', () => {
    const again = JSON.stringify(reversed(record as unknown as Json), null, 2).replace('"km"', '"\\u006bm"');
    const [arrived] = parseRequest(`{"records":[${again}]}`) ?? [];
    expect(arrived?.ok === true && input(arrived.envelope)).toBe(input(record));
  });
});
