import { beforeEach, expect, jest, test } from '@jest/globals';
import { parseSealed } from '@seek-justice/domain/records/sealed.ts';
import { seal } from '../src/records/seal.ts';
import { freshPhone, sealTo, unseal } from './phone.ts';

const RID = '5f0c7a52-3a7e-4a14-9c1f-7d6b2f0e8a91';
const headerOf = (text: string) => JSON.parse(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString());
const sealed = async (text: string, rid = RID): Promise<string> => (await seal(rid, text, sealTo)) ?? '';

beforeEach(() => freshPhone());

test.each(['{"id":"x"}', 'មេរៀនទី ១ 😀\u200b', 'x'.repeat(20_480)])('what is sealed opens at the installation as it was (%#, SPEC D4)', async (text) => {
  expect(unseal(await sealed(text))).toBe(text);
});

test('outside stands which record it is and how to open it, and nothing else (SPEC D4)', async () => {
  const text = await sealed('{"lesson":"k7f2qd"}');
  const epk = { kty: 'EC', crv: 'P-256', x: expect.stringMatching(/^[\w-]{43}$/), y: expect.stringMatching(/^[\w-]{43}$/) };
  expect(headerOf(text)).toEqual({ alg: 'ECDH-ES', enc: 'A256GCM', kid: sealTo.kid, rid: RID, epk });
  expect(text.split('.')).toHaveLength(5);
  expect(parseSealed(text)?.rid).toBe(RID);
});

test('a changed outside or inside does not open', async () => {
  const text = await sealed('{"lesson":"k7f2qd"}');
  const [header = '', , iv, content = '', tag] = text.split('.');
  const other = Buffer.from(JSON.stringify({ ...headerOf(text), rid: RID.replace('5f', '6f') })).toString('base64url');
  expect(() => unseal([other, '', iv, content, tag].join('.'))).toThrow(/authenticate/);
  expect(() => unseal([header, '', iv, (content[0] === 'A' ? 'B' : 'A') + content.slice(1), tag].join('.'))).toThrow(/authenticate/);
});

test('no two texts share an iv; a page has one ephemeral key, the next page another', async () => {
  const texts = await Promise.all(Array.from({ length: 50 }, () => sealed('the same')));
  expect(new Set(texts.map((text) => text.split('.')[2])).size).toBe(50);
  expect(new Set(texts.map((text) => headerOf(text).epk.x)).size).toBe(1);
  jest.resetModules();
  const next = (await (await import('../src/records/seal.ts')).seal(RID, 'the same', sealTo)) ?? '';
  expect(headerOf(next).epk.x).not.toBe(headerOf(texts[0] ?? '').epk.x);
  expect(unseal(next)).toBe('the same');
});

test('nothing is sealed without a key to seal to, or without cryptography', async () => {
  expect(await seal(RID, 'x', undefined)).toBeNull();
  await freshPhone('no cryptography');
  expect(await seal(RID, 'x', sealTo)).toBeNull();
});
