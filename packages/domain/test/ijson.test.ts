import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Json } from '../src/kernel/canonical.ts';
import { JsonReader, JsonSyntaxError, type Parsed } from '../src/kernel/ijson.ts';
import { checkLaw } from '../src/testing/seeds.ts';

function read(text: string, maxDepth = 64): Parsed {
  const reader = new JsonReader(text);
  const parsed = reader.readValue(maxDepth);
  reader.end();
  return parsed;
}

/** Any JSON value, keys that trouble JavaScript included. */
const anyJson = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('\\', '"', '\\"', '\u2028', 'ស្ត្រី', '😀'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(fc.string({ unit: 'binary', maxLength: 5 }), fc.constantFrom('__proto__', 'constructor', 'ក', '1')), tie('value')), {
        maxLength: 4,
      })
      .map((members) => Object.fromEntries(members)),
  ),
})).value;

describe('reading JSON (SPEC R5)', () => {
  it('gives what JSON.parse gives, for every value and any white space, and the exact slice', async () => {
    await checkLaw(
      'ijson-reader',
      fc.property(anyJson, fc.constantFrom(undefined, 1, '\t', '\n \r'), fc.constantFrom('', ' ', '\r\n\t'), (value, indent, around) => {
        const text = JSON.stringify(value, null, indent).replaceAll('\n \r', '\n');
        const parsed = read(around + text + around);
        expect(parsed.value).toEqual(JSON.parse(text));
        expect(parsed.text).toBe(text);
      }),
      { numRuns: 400 },
    );
  });

  it('slices each element of an array byte for byte', async () => {
    await checkLaw(
      'ijson-reader',
      fc.property(fc.array(anyJson, { maxLength: 5 }), (values) => {
        const texts = values.map((value) => JSON.stringify(value, null, 1));
        const reader = new JsonReader(`[ ${texts.join('\n,\t')} ]`);
        const slices: string[] = [];
        reader.readArray(() => slices.push(reader.readValue(64).text));
        reader.end();
        expect(slices).toEqual(texts);
      }),
      { numRuns: 100 },
    );
  });

  it('is never satisfied with a text that was cut', async () => {
    await checkLaw(
      'ijson-cut',
      fc.property(anyJson, (value) => {
        const text = JSON.stringify({ records: [value] });
        for (let end = 0; end < text.length; end += 1) expect(() => read(text.slice(0, end))).toThrow(JsonSyntaxError);
      }),
      { numRuns: 60 },
    );
  });

  it('says no to whatever JSON.parse says no to, and yes to the rest', async () => {
    const scraps = fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '\\u00', '\\n', '0', '1', '-', '.', 'e', '+', 'true', 'null', 'a', ' ', '\n', '\u00a0', '\ufeff', '\u0001'), {
      maxLength: 8,
    });
    const outcome = (parse: () => unknown) => {
      try {
        return { value: parse() };
      } catch {
        return 'not JSON';
      }
    };
    await checkLaw(
      'ijson-reader',
      fc.property(scraps, (parts) => {
        const text = parts.join('');
        expect(outcome(() => read(text).value)).toEqual(outcome(() => JSON.parse(text)));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['', ' ', '01', '-', '+1', '.5', '1.', '1e', '0x1', 'NaN', 'Infinity', 'True', 'nul', "'a'", '"a', '"\\x"', '"\\u12g4"', '"\n"', '"\\"', '[1,]', '[,1]', '{"a":1,}', '{a:1}', '{"a"}', '{"a":}', '{1:2}', '1 2', '[1]]', '\ufeff1', '/**/1'])(
    'refuses %j as no JSON',
    (text) => {
      expect(() => read(text)).toThrow(JsonSyntaxError);
    },
  );
});

describe('what I-JSON forbids (SPEC R5)', () => {
  it.each([
    ['a repeated key', '{"a":1,"b":2,"a":1}'],
    ['a key repeated in escapes', '{"a":1,"\\u0061":2}'],
    ['the same in Khmer', '{"ក":1,"\\u1780":2}'],
    ['a repeated key further in', '{"x":[{"a":1,"a":1}]}'],
    ['a repeated __proto__', '{"__proto__":1,"__proto__":2}'],
    ['a repeated empty key', '{"":1,"":2}'],
  ])('notes %s', (_name, text) => {
    expect(read(text).violation).toBe('duplicate_key');
  });

  it('does not take one key in two objects, or two spellings of a letter, for a repetition', () => {
    expect(read('[{"a":1},{"a":1},{"b":{"b":{"b":1}}}]').violation).toBeNull();
    expect(read('{"\u00e1":1,"a\u0301":2,"A":3,"a":4,"__proto__":5,"constructor":6,"toString":7}').violation).toBeNull();
  });

  it('keeps a member called __proto__ a member', () => {
    const { value } = read('{"__proto__":{"admin":true},"a":1}');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'a']);
    expect((value as { admin?: boolean }).admin).toBeUndefined();
    expect(JSON.stringify(value)).toBe('{"__proto__":{"admin":true},"a":1}');
  });

  it.each([
    ['a lone high surrogate', '"\\ud800"'],
    ['a lone low surrogate', '"a\\udc00b"'],
    ['surrogates the wrong way round', '"\\ude00\\ud83d"'],
    ['a raw lone surrogate', '"\ud800"'],
    ['a surrogate in a key', '{"\\udfff":1}'],
    ['U+0000', '"a\\u0000b"'],
    ['U+0000 in a key', '{"\\u0000":1}'],
  ])('notes %s', (_name, text) => {
    expect(read(text).violation).toBe('bad_string');
  });

  it.each(['"\\ud83d\\ude00"', '"😀"', '"\\\\u0000"', '"\\u0001"', '"\\ufffe"', '"\u200b\u17d2"', '"\u007f\u2028"'])('takes %j', (text) => {
    expect(read(text).violation).toBeNull();
  });

  it.each(['-0', '1.0', '1e3', '1E+2', '0.5', '-0.0', '0e0', '9007199254740992', '-9007199254740992', '1e400', '100000000000000000000'])('notes the number %s', (text) => {
    expect(read(text).violation).toBe('bad_number');
    expect(read(`{"a":[${text}]}`).violation).toBe('bad_number');
  });

  it.each(['0', '-1', '9007199254740991', '-9007199254740991'])('takes the number %s', (text) => {
    expect(read(text)).toEqual({ value: Number(text), text, violation: null });
  });

  it('counts levels: objects and arrays, not what they hold', () => {
    expect(read('[[[1]]]', 3).violation).toBeNull();
    expect(read('[[[1]]]', 2).violation).toBe('too_deep');
    expect(read('{"a":{"b":[]}}', 3).violation).toBeNull();
    expect(read('{"a":{"b":[]}}', 2).violation).toBe('too_deep');
    expect(read('1', 0).violation).toBeNull();
  });

  it('reads a hundred thousand levels without falling over', () => {
    const deep = (levels: number) => `[${'[{"a":'.repeat(levels)}"]}\\""${'}]'.repeat(levels)}]`;
    expect(read(deep(100_000), 8)).toMatchObject({ text: deep(100_000), violation: 'too_deep' });
    expect(() => read(deep(100_000).slice(0, -1), 8)).toThrow(JsonSyntaxError);
    expect(() => read(`${'['.repeat(300)}1,${']'.repeat(300)}`, 8)).toThrow(JsonSyntaxError);
    expect(() => read(`${'['.repeat(300)}1}${']'.repeat(300)}`, 8)).toThrow(JsonSyntaxError);
    expect(() => read(`${'['.repeat(300)}"a${']'.repeat(300)}`, 8)).toThrow(JsonSyntaxError);
  });

  it('tells the first violation, and what is wrong in one value of that one alone', () => {
    expect(read('[-0,{"a":1,"a":2}]').violation).toBe('bad_number');
    const reader = new JsonReader('[-0, 1, "\\u0000"]');
    const found: unknown[] = [];
    reader.readArray(() => found.push(reader.readValue(1).violation));
    expect(found).toEqual(['bad_number', null, 'bad_string']);
    expect(reader.end()).toBeNull();
  });
});
