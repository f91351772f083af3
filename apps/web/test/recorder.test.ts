import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextKey, sha256, type Standing } from '../src/features/authoring/recorder/narration.ts';
import { joined, outline, peaksOf } from '../src/features/authoring/recorder/peaks.ts';
import { shownText } from '../src/features/authoring/recorder/shown-text.ts';
import { findSpeech, judge } from '../src/features/authoring/recorder/trim.ts';

const RATE = 8_000;
const samples = (seconds: number, at: (t: number) => number) => Float32Array.from({ length: Math.round(seconds * RATE) }, (_, n) => at(n / RATE));
const hum = (loud: number) => (t: number) => loud * Math.sin(2 * Math.PI * 220 * t);
/** The same noise each time: a room. */
const room = (loud: number) => (t: number) => loud * Math.sin(t * 7_919) * Math.cos(t * 104_729);
const quiet = (seconds: number) => samples(seconds, room(0.001));

describe('where somebody speaks', () => {
  test('is found between the silences, with a breath around it', () => {
    // A second of room, half a second of voice, a second of room.
    const take = joined([quiet(1), samples(0.5, hum(0.3)), quiet(1)]);
    const found = findSpeech(take, RATE);
    expect(found?.from).toBe(0.85 * RATE);
    expect(found?.to).toBe(1.8 * RATE);
  });

  test('is not at the click of a key before and after', () => {
    const click = samples(0.02, hum(0.8));
    const take = joined([quiet(0.1), click, quiet(1), samples(1, hum(0.2)), quiet(1), click, quiet(0.1)]);
    const found = findSpeech(take, RATE);
    expect((found?.from ?? 0) / RATE).toBeCloseTo(1.12 - 0.15, 1);
    expect((found?.to ?? 0) / RATE).toBeCloseTo(2.12 + 0.3, 1);
  });

  test('holds the pauses between sentences', () => {
    const take = joined([quiet(0.5), samples(0.4, hum(0.3)), quiet(1.5), samples(0.4, hum(0.3)), quiet(0.5)]);
    const found = findSpeech(take, RATE);
    expect([found?.from, found?.to].map((at) => (at ?? 0) / RATE)).toEqual([0.35, 3.1]);
  });

  test('is found above a fan', () => {
    const fan = (seconds: number) => samples(seconds, room(0.03));
    const voice = samples(1, (t) => hum(0.4)(t) + room(0.03)(t));
    const found = findSpeech(joined([fan(1), voice, fan(1)]), RATE);
    expect((found?.from ?? 0) / RATE).toBeCloseTo(0.85, 1);
    expect((found?.to ?? 0) / RATE).toBeCloseTo(2.3, 1);
  });

  test('is everywhere in a take without silence', () => {
    expect(findSpeech(samples(1, hum(0.5)), RATE)).toEqual({ from: 0, to: RATE });
  });

  test('is nowhere in an empty room, nor in nothing', () => {
    expect(findSpeech(quiet(2), RATE)).toBeNull();
    expect(findSpeech(new Float32Array(0), RATE)).toBeNull();
  });

  test('moves with the silence before it, and lies within the take', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 200 }), fc.integer({ min: 10, max: 200 }), fc.integer({ min: 40, max: 200 }), (before, spoken, after) => {
        const take = joined([quiet(before / 100), samples(spoken / 100, hum(0.3)), quiet(after / 100)]);
        const found = findSpeech(take, RATE);
        expect(found).toEqual({ from: ((before - 15) * RATE) / 100, to: ((before + spoken + 30) * RATE) / 100 });
      }),
      { numRuns: 50 },
    );
  });
});

describe('a take', () => {
  test.each([
    ['good', 0.4],
    ['soft', 0.02],
    ['harsh', 3],
  ] as const)('is %s', (verdict, loud) => {
    const take = joined([quiet(1), samples(1, (t) => Math.max(-1, Math.min(1, hum(loud)(t)))), quiet(1)]);
    expect(judge(take, findSpeech(take, RATE))).toBe(verdict);
  });

  test('in which nobody speaks says so', () => expect(judge(quiet(1), null)).toBe('silent'));

  test('has a picture as high as it is loud', () => {
    expect(peaksOf(Float32Array.of(0, 0.5, -1, 0.25), 2)).toEqual([0.5, 1]);
    expect(outline([0.5, 1])).toBe('M0,0.500L1,0.000L1,2.000L0,1.500Z');
    expect(peaksOf(new Float32Array(0), 3)).toEqual([0, 0, 0]);
  });
});

describe('the part after one that was read', () => {
  const parts = ['a', 'b', 'c', 'd'].map((key) => ({ key }));
  const standing = (states: Record<string, Standing>) => (key: string) => states[key] ?? 'recorded';
  test('is the next that is still to be read', () => expect(nextKey(parts, standing({ d: 'missing', a: 'missing' }), 'b')).toBe('d'));
  test('is one before it, when all after it are', () => expect(nextKey(parts, standing({ a: 'stale', c: 'sending' }), 'b')).toBe('a'));
  test('is simply the next one, when all are', () => expect(nextKey(parts, standing({}), 'b')).toBe('c'));
  test('is none after the last', () => expect(nextKey(parts, standing({ d: 'missing' }), 'd')).toBeNull());
});

test('a number to call is read in the digits of the language', () => {
  const contacts = [{ id: 'hotline-police', number: '1288' }];
  expect(shownText('សូមហៅទៅលេខ {contact:hotline-police} ឥឡូវនេះ។', 'km', contacts)).toBe('សូមហៅទៅលេខ ១២៨៨ ឥឡូវនេះ។');
  expect(shownText('Call {contact:hotline-police}.', 'en', contacts)).toBe('Call 1288.');
});

test('a text has the hash that the server computes', async () => {
  // From FIPS 180-2, appendix B.1.
  expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
