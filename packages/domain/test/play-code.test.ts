import { describe, expect, it } from '@jest/globals';
import { blockOfPart, heardLengths, playAddress, typedPlayAddress } from '../src/curriculum/play-code.ts';

describe('a code on paper (SPEC N9)', () => {
  it('holds the lesson, the language of the paper and the block, by ids that name no subject', () => {
    expect(playAddress('https://learn.example.org', 'k7f2qd', 'b3', 'km')).toBe('https://learn.example.org/learn/k7f2qd?lang=km#b3');
    expect(typedPlayAddress('https://learn.example.org', 'k7f2qd', 'b3')).toBe('learn.example.org/learn/k7f2qd#b3');
    expect(typedPlayAddress('http://10.0.0.2:3000', 'k7f2qd', 'b3')).toBe('10.0.0.2:3000/learn/k7f2qd#b3');
  });

  it.each([
    ['b3', 'b3'],
    ['b3.a', 'b3'],
    ['b3.a.b:outcome', 'b3'],
    ['b3:said', 'b3'],
    [':title', ''],
  ])('a part %j is of the block %j', (key, block) => {
    expect(blockOfPart(key)).toBe(block);
  });

  it('says how long everybody hears a block, without what waits behind a choice', () => {
    expect(
      heardLengths([
        { key: ':title', aside: false, ms: 900 },
        { key: 'b1', aside: false, ms: 20_000 },
        { key: 'b2', aside: false, ms: 5_000 },
        { key: 'b2.a', aside: false, ms: 2_500 },
        { key: 'b2.a:outcome', aside: true, ms: 9_000 },
        { key: 'b2.b', aside: false, ms: null },
        { key: 'b3', aside: false, ms: null },
      ]),
    ).toEqual({ b1: 20_000, b2: 7_500 });
  });
});
