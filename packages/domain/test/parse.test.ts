import { describe, expect, it } from '@jest/globals';
import type { Json } from '../src/kernel/canonical.ts';
import { JsonSyntaxError } from '../src/kernel/ijson.ts';
import { isId, newId } from '../src/kernel/ids.ts';
import { envelopeFault, LIMITS } from '../src/records/envelope.ts';
import { parseRequest } from '../src/records/parse.ts';
import { bodyFits } from '../src/records/schemas.ts';

const RECORD = {
  id: '5f0c7a52-3a7e-4a14-9c1f-7d6b2f0e8a91',
  subject: '0b9e3c64-91d2-4f0a-8a57-2c41f6de7b30',
  actor: '0b9e3c64-91d2-4f0a-8a57-2c41f6de7b30',
  type: 'lesson.finished',
  v: 1,
  device: 'c2a8f1d7-6e34-4b59-a0c3-9f17e5d482b6',
  deviceSeq: 0,
  occurredAt: '2026-11-22T12:31:07.204Z',
  after: null,
  body: { lesson: 'k7f2qd' },
};
const TEXT = JSON.stringify(RECORD);
const request = (...texts: string[]) => `{"records":[${texts.join(',')}]}`;
const without = (member: string) => Object.fromEntries(Object.entries(RECORD).filter(([key]) => key !== member));
const fault = (change: object) => envelopeFault({ ...RECORD, ...change } as unknown as Json);

describe('an envelope (SPEC R1–R3)', () => {
  it('is well formed with its ten members, and with a signature', () => {
    expect(fault({})).toBeNull();
    expect(fault({ sig: 'a'.repeat(1024) })).toBeNull();
  });

  it.each(Object.keys(RECORD))('needs its %s', (member) => {
    expect(envelopeFault(without(member) as Json)).toBe(member);
    expect(fault({ [member]: {} })).toBe(member === 'body' ? null : member);
  });

  it.each(['id', 'subject', 'actor', 'device'])('takes for %s a random UUID in lower case alone', (member) => {
    for (const wrong of [
      RECORD.id.toUpperCase(),
      RECORD.id.replaceAll('-', ''),
      ` ${RECORD.id}`,
      `${RECORD.id}\n`,
      '5f0c7a52-3a7e-1a14-9c1f-7d6b2f0e8a91',
      '5f0c7a52-3a7e-4a14-7c1f-7d6b2f0e8a91',
      '00000000-0000-0000-0000-000000000000',
      '',
      7,
      null,
    ])
      expect(fault({ [member]: wrong })).toBe(member);
  });

  it.each(['lesson.finished', 'a.b', 'song2.sung-aloud.twice', `a.${'b'.repeat(62)}`])('takes the type %s', (type) => {
    expect(fault({ type })).toBeNull();
  });

  it.each(['lesson', 'Lesson.finished', 'lesson.', '.finished', 'lesson..finished', '2lesson.finished', 'lesson.2', 'មេរៀន.ចប់', 'a.b\n', 'a b.c', `a.${'b'.repeat(63)}`, '', 1])(
    'refuses the type %j',
    (type) => {
      expect(fault({ type })).toBe('type');
    },
  );

  it('counts versions from 1 and a device’s records from 0, in whole safe numbers', () => {
    // A version has to fit the integer of every database: up to 2 147 483 647.
    expect([1, 7, 2_147_483_647].map((v) => fault({ v }))).toEqual([null, null, null]);
    expect([0, -1, 1.5, '1', null, 2_147_483_648, 2 ** 53].map((v) => fault({ v }))).toEqual(Array(7).fill('v'));
    expect([0, 1, 2 ** 53 - 1].map((deviceSeq) => fault({ deviceSeq }))).toEqual([null, null, null]);
    expect([-1, 0.5, '0', null].map((deviceSeq) => fault({ deviceSeq }))).toEqual(Array(4).fill('deviceSeq'));
  });

  it.each(['2026-11-22T12:31:07.204Z', '2028-02-29T23:59:59.999Z', '2000-02-29T00:00:00.000Z', '1970-01-01T00:00:00.000Z', '0001-01-01T00:00:00.000Z'])(
    'takes the time %s',
    (occurredAt) => {
      expect(fault({ occurredAt })).toBeNull();
    },
  );

  it.each([
    '2026-11-22T12:31:07Z',
    '2026-11-22T12:31:07.204',
    '2026-11-22T12:31:07.204+07:00',
    '2026-11-22 12:31:07.204Z',
    '2026-13-01T00:00:00.000Z',
    '2026-00-01T00:00:00.000Z',
    '2026-11-00T00:00:00.000Z',
    '2026-11-31T00:00:00.000Z',
    '2026-02-29T00:00:00.000Z',
    '2026-02-30T00:00:00.000Z',
    '1900-02-29T00:00:00.000Z',
    '2026-11-22T24:00:00.000Z',
    '2026-11-22T12:60:00.000Z',
    '2026-11-22T12:31:60.000Z',
    '២០២៦-11-22T12:31:07.204Z',
    '',
  ])('refuses the time %s, which no calendar has', (occurredAt) => {
    expect(fault({ occurredAt })).toBe('occurredAt');
  });

  it('takes any feed position of at most 200 characters, or null', () => {
    expect([null, '', 'x', 'x'.repeat(200)].map((after) => fault({ after }))).toEqual([null, null, null, null]);
    expect(['x'.repeat(201), 7, [], undefined].map((after) => fault({ after }))).toEqual(Array(4).fill('after'));
  });

  it('has an object for a body, and a text for a signature', () => {
    expect([[], null, 'x', 1, undefined].map((body) => fault({ body }))).toEqual(Array(5).fill('body'));
    expect(['a'.repeat(1025), 7, null, {}].map((sig) => fault({ sig }))).toEqual(Array(4).fill('sig'));
  });

  it.each([[null], [[]], ['x'], [1], [true]])('is not %j', (value) => {
    expect(envelopeFault(value as Json)).toBe('envelope');
  });

  it('may hold members that nobody knows yet (SPEC R8)', () => {
    expect(fault({ colour: 'blue', more: { deep: [1] } })).toBeNull();
  });
});

describe('ids (SPEC R2)', () => {
  it('are random, and of the one form', () => {
    const ids = Array.from({ length: 200 }, newId);
    expect(ids.every(isId)).toBe(true);
    expect(new Set(ids).size).toBe(200);
  });
});

describe('a request of records (SPEC R6, V1)', () => {
  it('gives each record with its very text, in order', () => {
    const spaced = JSON.stringify(RECORD, null, 2).replace('"lesson.finished"', '"lesson\\u002efinished"');
    expect(parseRequest(` {"x":{"y":[1]}, "records" : [ ${TEXT} ,\n${spaced}\t] , "z":-0}\n`)).toEqual([
      { ok: true, envelope: RECORD, text: TEXT },
      { ok: true, envelope: RECORD, text: spaced },
    ]);
    expect(parseRequest(request())).toEqual([]);
  });

  it('keeps unknown members, Khmer, ZWSP and a member called __proto__ (SPEC R8)', () => {
    const text = TEXT.replace('{', '{"__proto__":{"id":"x"},"ពណ៌":"ខៀវ\u200bខ្ចី",');
    const [arrived] = parseRequest(request(text)) ?? [];
    expect(arrived).toMatchObject({ ok: true, text });
    expect(arrived?.ok === true && JSON.stringify(arrived.envelope)).toBe(text);
  });

  it.each(['[]', 'null', '1', '"x"', '{}', '{"records":{}}', '{"records":null}', '{"Records":[]}', '{"records":[],"records":[]}', '{"records":[],"\\u0072ecords":[]}', '{"a":1,"a":2,"records":[]}'])(
    'is not %s',
    (text) => {
      expect(parseRequest(text)).toBeNull();
    },
  );

  it('is never half read: a text cut anywhere is no JSON', () => {
    const whole = request(TEXT, TEXT.replace('null', '"ខ្មែរ😀\\n"'));
    for (let end = 0; end < whole.length; end += 1) expect(() => parseRequest(whole.slice(0, end))).toThrow(JsonSyntaxError);
    expect(() => parseRequest(`${whole}]`)).toThrow(JsonSyntaxError);
    // Bytes may be cut within a letter; what then stands there is no end of a record either.
    const bytes = new TextEncoder().encode(whole);
    for (let end = 0; end < bytes.length; end += 7) expect(() => parseRequest(new TextDecoder().decode(bytes.slice(0, end)))).toThrow(JsonSyntaxError);
  });

  it.each([
    ['7', null, 'envelope'],
    ['[]', null, 'envelope'],
    ['{"id":7}', null, 'id'],
    [`{"id":"${'x'.repeat(64)}"}`, 'x'.repeat(64), 'id'],
    [`{"id":"${'x'.repeat(65)}"}`, null, 'id'],
    [TEXT.replace('"v":1', '"v":0'), RECORD.id, 'v'],
    [TEXT.replace('"v":1', '"v":1.0'), RECORD.id, 'bad_number'],
    [TEXT.replace('"v":1', '"v":1,"v":1'), RECORD.id, 'duplicate_key'],
    [TEXT.replace('"v":1', '"v":1,"\\u0076":1'), RECORD.id, 'duplicate_key'],
    [TEXT.replace('k7f2qd', 'k\\ud800'), RECORD.id, 'bad_string'],
    [TEXT.replace('k7f2qd', 'k\\u0000'), RECORD.id, 'bad_string'],
    [TEXT.replace('"v":1', '"v":1,"note":"\\u0000"'), RECORD.id, 'bad_string'],
    [TEXT.replace('"k7f2qd"', `${'['.repeat(7)}${']'.repeat(7)}`), null, null],
    [TEXT.replace('"k7f2qd"', `${'['.repeat(8)}${']'.repeat(8)}`), RECORD.id, 'too_deep'],
    [TEXT.replace('"k7f2qd"', `${'['.repeat(9_000)}${']'.repeat(9_000)}`), RECORD.id, 'too_deep'],
  ])('says what is wrong in one record of that record alone (%#)', (text, id, what) => {
    const good = { ok: true, envelope: RECORD, text: TEXT };
    const arrived = parseRequest(request(TEXT, text, TEXT));
    expect([arrived?.[0], arrived?.[2]]).toEqual([good, good]);
    expect(arrived?.[1]).toEqual(what === null ? { ok: true, envelope: JSON.parse(text), text } : { ok: false, id, fault: what });
  });
});

describe('limits in bytes (SPEC R4)', () => {
  const sized = (letter: string, bodyBytes: number, more: object = {}) => {
    const make = (pad: string) => ({ ...RECORD, ...more, body: { pad } });
    const empty = JSON.stringify({ pad: '' }).length;
    const bytes = new TextEncoder().encode(letter).length;
    const letters = Math.floor((bodyBytes - empty) / bytes);
    return JSON.stringify(make(letter.repeat(letters) + 'x'.repeat(bodyBytes - empty - letters * bytes)));
  };
  const verdict = (text: string) => {
    const [arrived] = parseRequest(request(text)) ?? [];
    return arrived?.ok ? 'fits' : arrived?.fault;
  };

  it.each(['x', 'ក', '😀', 'é'])('counts the bytes of %s, not its characters: 16 KB fit, one more does not', (letter) => {
    expect(LIMITS.bodyBytes).toBe(16_384);
    expect(verdict(sized(letter, 16_384))).toBe('fits');
    expect(verdict(sized(letter, 16_385))).toBe('too_large');
  });

  it('counts the body as it was sent, spaces and escapes included', () => {
    const text = sized('x', 16_384);
    expect(verdict(text.replace('"body":{', '"body":{ '))).toBe('too_large');
    expect(verdict(text.replace('"body":', '"body":  '))).toBe('fits');
    expect(verdict(text.replace('xxxxxx', '\\u0078'))).toBe('fits');
    expect(verdict(text.replace('x', '\\u0078'))).toBe('too_large');
    expect(verdict(sized('x', 16_385).replace('"body"', '"b\\u006fdy"'))).toBe('too_large');
  });

  it('holds a whole record to 20 KB', () => {
    const base = new TextEncoder().encode(sized('ក', 16_000, { more: '' })).length;
    expect(verdict(sized('ក', 16_000, { more: 'y'.repeat(20_480 - base) }))).toBe('fits');
    expect(verdict(sized('ក', 16_000, { more: 'y'.repeat(20_481 - base) }))).toBe('too_large');
  });

  it('holds a sealed record to the length of a whole one in base64url (SPEC D4)', () => {
    expect(LIMITS.sealedLength).toBe(28_672);
    const header = Buffer.from(JSON.stringify({ alg: 'ECDH-ES', enc: 'A256GCM', kid: 'k', rid: RECORD.id, epk: { x: 'A'.repeat(43), y: 'A'.repeat(43) } })).toString('base64url');
    const long = (length: number) => `${header}..iv.${'c'.repeat(length - header.length - '..iv..tag'.length)}.tag`;
    expect(parseRequest(request(JSON.stringify(long(28_672))))).toMatchObject([{ ok: 'sealed', id: RECORD.id }]);
    expect(parseRequest(request(JSON.stringify(long(28_673))))).toEqual([{ ok: false, id: null, fault: 'too_large' }]);
  });

  it('says too large before anything else, with the id', () => {
    expect(parseRequest(request(`{"id":"${RECORD.id}","pad":"${'x'.repeat(30_000)}","v":1.5}`))).toEqual([{ ok: false, id: RECORD.id, fault: 'too_large' }]);
  });
});

describe('bodies of known types (SPEC R7)', () => {
  const hash = 'a'.repeat(64);
  const lesson = { lesson: 'k7f2qd', snapshot: hash, lang: 'km', mode: 'read' };
  const quiz = { quiz: 'q8x3mt', snapshot: hash, lang: 'km', answers: { q1: ['a'], q2: [] } };
  const voided = { record: RECORD.id, reason: 'mistake' };
  const key = { x: 'A'.repeat(43), y: '-_'.repeat(21) + 'z' };

  it('fit with members that nobody knows yet', () => {
    expect(bodyFits('lesson.finished', 1, { ...lesson, mood: 'glad' })).toBe(true);
    expect(bodyFits('quiz.submitted', 1, { ...quiz, mood: 'glad' })).toBe(true);
    expect(bodyFits('record.voided', 1, { ...voided, mood: 'glad' })).toBe(true);
    expect(bodyFits('people.merged', 1, { other: RECORD.id, mood: 'glad' })).toBe(true);
    expect(bodyFits('profile.opened', 1, { key: { ...key, mood: 'glad' }, mood: 'glad' })).toBe(true);
  });

  it.each([
    ['lesson.finished', { ...lesson, lesson: 'K7F2QD' }],
    ['lesson.finished', { ...lesson, lesson: 'abcdefghijklm' }],
    ['lesson.finished', { ...lesson, snapshot: 'A'.repeat(64) }],
    ['lesson.finished', { ...lesson, snapshot: 'a'.repeat(63) }],
    ['lesson.finished', { ...lesson, lang: 'km-KH' }],
    ['lesson.finished', { ...lesson, mode: 'heard' }],
    ['quiz.submitted', { ...quiz, answers: [] }],
    ['quiz.submitted', { ...quiz, answers: { q1: 'a' } }],
    ['quiz.submitted', { ...quiz, answers: { 'Q 1': ['a'] } }],
    ['quiz.submitted', { ...quiz, answers: { q1: ['my own words'] } }],
    ['quiz.submitted', { ...quiz, answers: { q1: Array(21).fill('a') } }],
    ['quiz.submitted', { ...quiz, answers: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`i${n}`, []])) }],
    ['record.voided', { ...voided, record: 'k7f2qd' }],
    ['record.voided', { ...voided, reason: 'because he said so' }],
    ['people.merged', { other: 'k7f2qd' }],
    ['people.merged', { other: [RECORD.id] }],
    ['profile.opened', { key: 'A'.repeat(43) }],
    ['profile.opened', { key: { ...key, x: 'A'.repeat(42) } }],
    ['profile.opened', { key: { ...key, y: 'A'.repeat(44) } }],
    ['profile.opened', { key: { ...key, y: `${'A'.repeat(42)}=` } }],
    ['profile.opened', { key: { ...key, x: `${'A'.repeat(42)}+` } }],
  ])('%s does not fit %j', (type, body) => {
    expect(bodyFits(type, 1, body)).toBe(false);
  });

  it('fit in every type and version that is not known', () => {
    for (const [type, v] of [['song.sung', 1], ['lesson.finished', 2], ['lesson.finished', 99], ['constructor', 1], ['__proto__', 1]] as const)
      expect(bodyFits(type, v, { anything: true })).toBe(true);
  });
});
