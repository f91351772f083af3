import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchKey } from '../src/language/search-key.ts';
import { khmerText } from '../src/testing/khmer.ts';
import { checkLaw } from '../src/testing/seeds.ts';

describe('two spellings of the same words have one search key (SPEC L3)', () => {
  it.each([
    ['subscripts in the other order', 'ស\u17d2\u178f\u17d2\u179a\u17b8', 'ស\u17d2\u179a\u17d2\u178f\u17b8'],
    ['a break for the line', 'ការ\u200bជួញដូរ\u200bមនុស្ស', 'ការជួញដូរមនុស្ស'],
    ['the deprecated U+17A3', '\u17a3ង្គការ', 'អង្គការ'],
    ['the deprecated U+17A4', '\u17a4យុ', 'អាយុ'],
    ['a coeng typed twice', 'ខ\u17d2\u17d2ញុំ', 'ខ្ញុំ'],
    ['a coeng typed twice below a stray vowel', 'ក\u17bb\u17d0\u17d2\u17d2\u178e', 'ក\u17bb\u17d0\u17d2\u178e'],
    ['Khmer digits', 'លេខ១២៨៨', 'លេខ1288'],
    ['coeng da for coeng ta', 'កណ\u17d2\u178aាល', 'កណ\u17d2\u178fាល'],
    ['a vowel before the register shifter', 'អ\u17b8\u17ca', 'អ\u17ca\u17b8'],
    ['a vowel before the shifter in «police»', 'ប\u17bc\u17c9លីស', 'ប\u17c9\u17bcលីស'],
    ['a vowel of two strokes, េ ា', 'ក\u17c1\u17b6ះ', 'ក\u17c4ះ'],
    ['a vowel of two strokes, េ ី', 'ក\u17c1\u17b8ត', 'ក\u17be\u178f'],
    ['a nikahit before its vowel', 'ច\u17c6\u17b6', 'ច\u17b6\u17c6'],
    ['a vowel before its subscript', 'ក\u17b6\u17d2\u1799', 'ក\u17d2\u1799\u17b6'],
    ['u for a shifter below another vowel', 'ស\u17bb\u17b8', 'ស\u17ca\u17b8'],
    ['a joiner within a word', 'ក\u200dម្ពុ\u200cជា', 'កម្ពុជា'],
    ['a joiner after a coeng', 'ខ\u17d2\u200dញុំ', 'ខ្ញុំ'],
    ['invisible marks between doubled coengs', 'ខ\u17d2\u200b\u17d2ញុំ', 'ខ្ញុំ'],
    ['word joiner, byte-order mark, soft hyphen', 'អង្គ\u2060ការ\ufeff A\u00adPLE', 'អង្គការ APLE'],
    ['capitals', 'អង្គការ APLE', 'អង្គការ aple'],
    ['spaces of any kind and number', '\u00a0សុខ \n\t ដារ៉ា ', 'សុខ ដារ៉ា'],
    ['a letter and its accent apart', 'Jose\u0301', 'jos\u00e9'],
    ['an accent behind an invisible mark', 'e\u200b\u0301', 'é'],
  ])('%s', (_name, one, other) => {
    expect(searchKey(one)).toBe(searchKey(other));
    expect(searchKey(`មេរៀន ${one} 😀`)).toBe(searchKey(`មេរៀន ${other} 😀`));
  });
});

describe('other words keep other keys', () => {
  it.each([
    ['the vowels of «police»: for the list of variants, not for the key', 'ប៉ូលិស', 'ប៉ូលីស'],
    ['a spelling of its own: the same', 'សំរោង', 'សម្រោង'],
    ['a shifter and none', 'ប៉ា', 'បា'],
    ['a subscript and none', 'ក្ត', 'កត'],
    ['two words and one', 'សុខ ដារ៉ា', 'សុខដារ៉ា'],
  ])('%s', (_name, one, other) => {
    expect(searchKey(one)).not.toBe(searchKey(other));
  });
});

describe('keys written out', () => {
  it.each([
    ['ការជួញដូរមនុស្ស', 'ការជួញដូរមនុស្ស'],
    ['ស្ត្រី', 'ស\u17d2\u178f\u17d2\u179a\u17b8'],
    ['ខ្ញុំស្រឡាញ់កម្ពុជា', 'ខ្ញុំស្រឡាញ់កម្ពុជា'],
    ['អ៊ី', 'អ\u17ca\u17b8'],
    ['ប៉ូលីស117ខេត្ត', 'ប៉ូលីស117ខេត\u17d2\u178f'],
    ['ក្ដ / ក្ត', 'ក\u17d2\u178f / ក\u17d2\u178f'],
    ['៛', '៛'],
    ['១២៨៨', '1288'],
    ['😀 ស\u17d2\u179a\u17d2\u178f\u17b8 🙏🏽', '😀 ស\u17d2\u178f\u17d2\u179a\u17b8 🙏🏽'],
    ['🇰🇭ក្ដី🇰🇭', '🇰🇭ក្តី🇰🇭'],
    ['𝒳ខ\u17d2\u17d2ញុំ𐍈', '𝒳ខ្ញុំ𐍈'],
    ['  ', ''],
  ])('%s', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });
});

describe('laws of the key (SPEC L3)', () => {
  it.each(['\u1790\u17cf\u17c2\u17b8\u17bb\u179b', '\u178c\u17bb\u17cd\u17be\u17bb', '\u1799\u17d2\u17c9\u17d2', '\u17a7\u17d2\u17c0\u17d2\u17be\u17c0'])(
    'one round of sorting is not enough for %j, which nobody writes',
    (text) => {
      expect(searchKey(searchKey(text))).toBe(searchKey(text));
    },
  );

  it('the key of a key is itself; no invisible mark, digit or capital changes it; no emoji is harmed', async () => {
    await checkLaw(
      'search-key',
      fc.property(khmerText, fc.constantFrom('\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'), fc.nat(), (text, mark, at) => {
        const key = searchKey(text);
        expect(searchKey(key)).toBe(key);
        const letters = [...text];
        const place = at % (letters.length + 1);
        expect(searchKey([...letters.slice(0, place), mark, ...letters.slice(place)].join(''))).toBe(key);
        expect(searchKey(text.replaceAll('0', '០').replaceAll('១', '1'))).toBe(key);
        expect(searchKey(`  ${text}\n`)).toBe(key);
        expect(searchKey(text.replaceAll('\u17d2', '\u17d2\u17d2'))).toBe(key);
        expect(key.isWellFormed()).toBe(true);
        expect(key.match(/\p{Extended_Pictographic}|\p{RI}/gu)?.length).toBe(text.match(/\p{Extended_Pictographic}|\p{RI}/gu)?.length);
        expect(key).not.toMatch(/[\u200b-\u200d\u2060\ufeff\u00ad០-៩\u17a3\u17a4]|\u17d2\u17d2/);
      }),
      { numRuns: 1_000 },
    );
  });
});
