import { describe, expect, it } from '@jest/globals';
import { JsonSyntaxError } from '../src/kernel/ijson.ts';
import { parseRecord, parseRequest } from '../src/records/parse.ts';
import { parseSealed } from '../src/records/sealed.ts';

const RID = 'a3d1e8b4-7c29-4d65-b1f0-48e96c3a5d27';
// Sealed by another implementation (npm `jose`) to a key of no installation.
const HEADER =
  'eyJhbGciOiJFQ0RILUVTIiwiZW5jIjoiQTI1NkdDTSIsImtpZCI6Im4zdjdrcTJjIiwicmlkIjoiYTNkMWU4YjQtN2MyOS00ZDY1LWIxZjAtNDhlOTZjM2E1ZDI3IiwiZXBrIjp7IngiOiJNdVNOUU9sWVVoeTBrZTZTZGRYQmJmMFdfN0VRZk41MUpSSEM1MXlpUEZFIiwiY3J2IjoiUC0yNTYiLCJrdHkiOiJFQyIsInkiOiJ1MGRaZ0dsald5SmQzZ1QtNDF3Rm9VLWs2anM2RGpQS1VnNFY5WDEyM2tBIn19';
const REST = '.qEaNh4zoGdPhNss2.hbod6h5fkbsYovD0GH8mcFeUj_iekWHV--W2LOKTNeqtW_W8VDr0pcMZh2Oh.pDYc1y-2wOClLj-kwuwqKw';
const TEXT = `${HEADER}.${REST}`;
const EPK = { x: 'MuSNQOlYUhy0ke6SddXBbf0W_7EQfN51JRHC51yiPFE', y: 'u0dZgGljWyJd3gT-41wFoU-k6js6DjPKUg4V9X123kA' };
const SEALED = {
  rid: RID,
  kid: 'n3v7kq2c',
  epk: EPK,
  header: HEADER,
  iv: 'qEaNh4zoGdPhNss2',
  content: 'hbod6h5fkbsYovD0GH8mcFeUj_iekWHV--W2LOKTNeqtW_W8VDr0pcMZh2Oh',
  tag: 'pDYc1y-2wOClLj-kwuwqKw',
};
// By the same: its content's key is encrypted by itself, which no phone of ours does.
const WITH_KEY =
  'eyJhbGciOiJFQ0RILUVTK0EyNTZLVyIsImVuYyI6IkEyNTZHQ00iLCJraWQiOiJuM3Y3a3EyYyIsInJpZCI6ImEzZDFlOGI0LTdjMjktNGQ2NS1iMWYwLTQ4ZTk2YzNhNWQyNyIsImVwayI6eyJ4IjoiR1IzQW1ORnhZVnd0am1FSnZ4VmZPbUNZaGdIZGRidTRXSjVlTWJsNGFrRSIsImNydiI6IlAtMjU2Iiwia3R5IjoiRUMiLCJ5IjoiSkIxMGtBV2RnQ0tNbjZ0RnVuM2JJR3o3TEhwd1RkS3Q0bG5JcGZBSERsSSJ9fQ.NP0oAZbDZOgbLHj1FNbFhxe2qQek-Tj0KD481BZFWTiXr7ZEXm2nKg.uKVsZ9hxSZ0Udeu1.Ag.WlkUwycBManwTrreYMhdRQ';
// By the same, over another curve: P-384.
const OTHER_CURVE =
  'eyJhbGciOiJFQ0RILUVTIiwiZW5jIjoiQTI1NkdDTSIsImtpZCI6Im4zdjdrcTJjIiwicmlkIjoiYTNkMWU4YjQtN2MyOS00ZDY1LWIxZjAtNDhlOTZjM2E1ZDI3IiwiZXBrIjp7IngiOiJkZnBvOHpTakFOd1l0Z0dLMEhPbEl2Z0Rfdmhrb2VVS3dQTlRDSTA4anpRQVBxbEw0MnJEWVFxZG9qaV9RdjVSIiwiY3J2IjoiUC0zODQiLCJrdHkiOiJFQyIsInkiOiJmZUpTV051a3ZpUkhxRlhmd0FYelgxMlhzclZqWjF0RXpvcExFSzgydzhBdzU1eTVfTjdUTHBUZEpTZzM4bm95In19..XHQdGc30dNytvxIF.Wg.z1SiBD8WVrL96Rn6hbSifA';

const headed = (change: object) => {
  const header = { alg: 'ECDH-ES', enc: 'A256GCM', kid: 'n3v7kq2c', rid: RID, epk: { kty: 'EC', crv: 'P-256', ...EPK }, ...change };
  return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${REST}`;
};
const raw = (header: string) => `${Buffer.from(header).toString('base64url')}.${REST}`;

describe('a sealed record (SPEC D4)', () => {
  it('says outside which record it is and how to open it, and nothing else', () => {
    expect(parseSealed(TEXT)).toEqual(SEALED);
    expect(parseSealed(headed({}))).toMatchObject({ rid: RID, epk: EPK });
  });

  it('may have members in its header that nobody knows yet', () => {
    expect(parseSealed(headed({ colour: 'ខៀវ' }))?.rid).toBe(RID);
  });

  it('is none when it was cut before its last part', () => {
    const last = TEXT.lastIndexOf('.') + 1;
    for (let end = 0; end <= last; end += 1) expect(parseSealed(TEXT.slice(0, end))).toBeNull();
    // Within the last part only opening it tells: the tag is what vouches for the rest.
    expect(parseSealed(TEXT.slice(0, -1))?.tag).toBe('pDYc1y-2wOClLj-kwuwqK');
  });

  it.each([
    ['an encrypted key', WITH_KEY],
    ['another curve', OTHER_CURVE],
    ['an encrypted key under the right name', TEXT.replace('..', '.NP0oAZbDZOgb.')],
    ['a sixth part', `${TEXT}.x`],
    ['a sixth part that is empty', `${TEXT}.`],
    ['padding', `${TEXT}=`],
    ['a line at its end', `${TEXT}\n`],
    ['no iv', TEXT.replace('qEaNh4zoGdPhNss2', '')],
    ['another algorithm', headed({ alg: 'dir' })],
    ['another cipher', headed({ enc: 'A128GCM' })],
    ['no algorithm', headed({ alg: undefined })],
    ['no key id', headed({ kid: undefined })],
    ['a key id that is no text', headed({ kid: 7 })],
    ['a key id of 65 characters', headed({ kid: 'k'.repeat(65) })],
    ['no record id', headed({ rid: undefined })],
    ['a record id that is none', headed({ rid: 'DEMO-0001' })],
    ['a record id in capitals', headed({ rid: RID.toUpperCase() })],
    ['no ephemeral key', headed({ epk: undefined })],
    ['null for one', headed({ epk: null })],
    ['half of one', headed({ epk: { x: EPK.x } })],
    ['a coordinate that is too short', headed({ epk: { ...EPK, x: EPK.x.slice(1) } })],
    ['a coordinate that is too long', headed({ epk: { ...EPK, y: `${EPK.y}A` } })],
    ['a coordinate that is no text', headed({ epk: { ...EPK, y: 7 } })],
    ['a header that is null', raw('null')],
    ['a header that is no JSON', raw('{"alg"')],
    ['a header that is no base64', `#.${REST}`],
    ['nothing', ''],
    ['words', 'មេរៀន'],
  ])('is none with %s', (_what, text) => {
    expect(parseSealed(text)).toBeNull();
  });

  it('stands in a request among plain ones, each told apart (SPEC R6)', () => {
    expect(parseRequest(JSON.stringify({ records: [TEXT, 'no seal', { id: RID }, TEXT] }))).toEqual([
      { ok: 'sealed', id: RID, sealed: SEALED },
      { ok: false, id: null, fault: 'envelope' },
      { ok: false, id: RID, fault: 'subject' },
      { ok: 'sealed', id: RID, sealed: SEALED },
    ]);
    expect(parseRequest(`{"records":["${TEXT.replace('e', '\\u0065')}"]}`)).toMatchObject([{ ok: 'sealed', id: RID }]);
    expect(parseRequest('{"records":["\\ud800",""]}')).toEqual([null, null].map((id) => ({ ok: false, id, fault: 'envelope' })));
  });
});

describe('one record by itself (SPEC D4)', () => {
  it('is the whole text', () => {
    expect(parseRecord(`{"id":"${RID}"}`)).toEqual({ ok: false, id: RID, fault: 'subject' });
    expect(() => parseRecord(`{"id":"${RID}"`)).toThrow(JsonSyntaxError);
    expect(() => parseRecord(`{"id":"${RID}"} {}`)).toThrow(JsonSyntaxError);
  });
});
