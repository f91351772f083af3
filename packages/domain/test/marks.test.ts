import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keyedText } from '../src/language/keyed-text.ts';
import { excerptOf, marksIn } from '../src/language/marks.ts';
import { searchKey } from '../src/language/search-key.ts';
import { spellingsOf } from '../src/language/variants.ts';
import { khmerText } from '../src/testing/khmer.ts';
import { checkLaw } from '../src/testing/seeds.ts';

const marked = (text: string, query: string) => marksIn(keyedText(text), spellingsOf(searchKey(query)));

const oneOf = (from: number, to: number) => fc.integer({ min: from, max: to }).map((code) => String.fromCharCode(code));
const consonant = oneOf(0x1780, 0x17a2);
const maybe = (letters: fc.Arbitrary<string>) => fc.option(letters, { nil: '' });
/** Any syllable: a letter, a shifter, up to two letters below, a vowel, a sign; or the same in an order in which people type it too. */
const syllable = fc.oneof(
  fc
    .tuple(consonant, maybe(oneOf(0x17c9, 0x17ca)), maybe(consonant.map((below) => `\u17d2${below}`)), maybe(consonant.map((below) => `\u17d2${below}`)), maybe(oneOf(0x17b6, 0x17c5)), maybe(fc.constantFrom(...'\u17c6\u17c7\u17c8\u17cb\u17cc\u17cd\u17ce\u17cf\u17d0\u17d1')))
    .map((parts) => parts.join('')),
  fc.tuple(consonant, fc.shuffledSubarray(['\u17ca', '\u17d2\u179a', '\u17d2\u178f', '\u17b8', '\u17c6'])).map(([letter, rest]) => letter + rest.join('')),
  oneOf(0x17a3, 0x17b3),
);

/** Syllables, words, marks, digits and signs in any order. Of letters that form no syllable the two keys may differ: all that is searched and searched in comes from `keyedText`. */
const written = fc
  .array(fc.oneof({ weight: 2, arbitrary: syllable }, { weight: 1, arbitrary: fc.constantFrom('ស្ត្រី', 'ប៉ូលីស', 'ការជួញដូរ', 'មនុស្ស', 'ខ្ញុំ', 'អ៊ី', 'ក្ដ', 'ស\u17d2\u179a\u17d2\u178f\u17b8', '\u200b', ' ', '\n', 'Police', 'e\u0301', '១១៧', '117', '៛', '។', '😀', '🙏🏽') }), { maxLength: 16 })
  .map((parts) => parts.join(''));

describe('what is marked lies in the text as it is written (SPEC L9)', () => {
  it.each([
    ['mid-sentence', 'ការជួញដូរមនុស្ស', 'ជួញដូរ', [[3, 9]]],
    ['over a zero width space, which no word ends with', 'ការ\u200bជួញ\u200bដូរ\u200bមនុស្ស', 'ជួញដូរ', [[4, 11]]],
    ['subscripts in the other order', 'នៃស\u17d2\u179a\u17d2\u178f\u17b8ទេ', 'ស្ត្រី', [[2, 8]]],
    ['behind emoji', '👨‍👩‍👧🙏🏽 ប៉ូលីស', 'ប៉ូលិស', [[13, 19]]],
    ['without the sign behind it', 'ប៉ូលីស៖ ទេ', 'ប៉ូលីស', [[0, 6]]],
    ['Khmer digits', 'លេខ១២៨៨ ហើយ', '1288', [[3, 7]]],
    ['an accent of its own', 'Jose\u0301!', 'josé', [[0, 5]]],
    ['every place', 'Police and police', 'POLICE', [[0, 6], [11, 17]]],
    ['a part of a character marks the whole', 'ស្ត្រី', 'ស', [[0, 6]]],
    ['spaces that were typed twice', 'a  safe   home', 'safe home', [[3, 14]]],
  ])('%s', (_name, text, query, ranges) => {
    expect(marked(text, query)).toEqual(ranges);
  });

  it('is whole characters, apart from each other, and holds the key, whatever was typed', () =>
    checkLaw(
      'marks',
      fc.property(khmerText, fc.nat(15), fc.integer({ min: 1, max: 6 }), (text, from, length) => {
        const keyed = keyedText(text);
        const query = keyed.key.slice(from, from + length).trim();
        const edges = new Set([0, ...[...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ index, segment }) => index + segment.length)]);
        const marks = marksIn(keyed, [query]);
        if (query !== '') expect(marks.length).toBeGreaterThan(0);
        let last = -1;
        for (const [start, end] of marks) {
          expect(start).toBeGreaterThan(last);
          expect(edges.has(start) && edges.has(end)).toBe(true);
          expect(keyedText(text.slice(start, end)).key).toContain(query);
          last = end;
        }
        const short = excerptOf(text, marks);
        expect(short).toEqual({ text, marks });
      }),
      { numRuns: 400 },
    ));

  it('has the key that is searched in, where letters form syllables', () =>
    checkLaw('marks', fc.property(written, (text) => expect(keyedText(text).key).toBe(searchKey(text))), { numRuns: 1_000 }));
});

describe('an excerpt', () => {
  it('lies around the first mark, is cut at a space, and its marks are moved along', () => {
    const text = `${'word '.repeat(40)}here ${'more '.repeat(60)}`;
    const { text: short, marks } = excerptOf(text, marked(text, 'here'));
    expect(marks.map(([from, to]) => short.slice(from, to))).toEqual(['here']);
    expect(short).toMatch(/^…word /);
    expect(short).toMatch(/more…$/);
  });

  it('cuts no Khmer character', () => {
    const text = 'ស្ត្រី'.repeat(200);
    const { text: short, marks } = excerptOf(text, [[600, 606]]);
    expect(short).toMatch(/^…(?:ស្ត្រី)+…$/);
    expect(marks.map(([from, to]) => short.slice(from, to))).toEqual(['ស្ត្រី']);
  });
});
