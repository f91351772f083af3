import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digitsFor, toAsciiDigits, toKhmerDigits } from '../src/language/digits.ts';
import { countGraphemes } from '../src/language/graphemes.ts';
import { textIn } from '../src/language/localized-text.ts';
import { negotiateLanguage } from '../src/language/negotiate.ts';
import { khmerText } from '../src/testing/khmer.ts';
import { checkLaw } from '../src/testing/seeds.ts';

describe('digits (SPEC L1)', () => {
  it.each([
    ['០១២៣៤៥៦៧៨៩', '0123456789'],
    ['១២៨៨', '1288'],
    ['លេខ ១១៧ 24', 'លេខ 117 24'],
    ['', ''],
    ['៛៚ក😀', '៛៚ក😀'],
    ['٣３', '٣３'],
  ])('%s is typed for %s', (typed, ascii) => {
    expect(toAsciiDigits(typed)).toBe(ascii);
  });

  it('are Khmer in Khmer and plain elsewhere', () => {
    expect(toKhmerDigits('Luke 10:25–37')).toBe('Luke ១០:២៥–៣៧');
    expect([digitsFor('km', 2026), digitsFor('en', 2026), digitsFor('fr', '7')]).toEqual(['២០២៦', '2026', '7']);
  });

  it('go there and back, and touch nothing else', async () => {
    await checkLaw(
      'digits',
      fc.property(khmerText, fc.nat(), (text, number) => {
        expect(toAsciiDigits(toKhmerDigits(text))).toBe(toAsciiDigits(text));
        expect(Number(toAsciiDigits(toKhmerDigits(String(number))))).toBe(number);
        expect(toAsciiDigits(text).replace(/[0-9]/g, '')).toBe(text.replace(/[0-9\u17e0-\u17e9]/g, ''));
      }),
      { numRuns: 200 },
    );
  });
});

describe('characters as a reader counts them (SPEC L2)', () => {
  it.each([
    ['', 0],
    ['ស្ត្រី', 1],
    ['ខ្ញុំ', 1],
    ['អ៊ី', 1],
    ['កម្ពុជា', 3],
    ['ក្ដ', 1],
    ['៛', 1],
    ['១២៨៨', 4],
    ['abc', 3],
    ['e\u0301', 1],
    ['👨‍👩‍👧🇰🇭', 2],
    ['a\r\nb', 3],
  ])('%j has %i', (text, count) => {
    expect(countGraphemes(text)).toBe(count);
  });

  it('are never more than the code points, and add up over lines', async () => {
    await checkLaw(
      'graphemes',
      fc.property(khmerText, khmerText, (a, b) => {
        expect(countGraphemes(a)).toBeLessThanOrEqual([...a].length);
        expect(countGraphemes(`${a}\n${b}`)).toBe(countGraphemes(a) + 1 + countGraphemes(b));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a text in a language (SPEC L5)', () => {
  it('is that one, else the first there is, else empty', () => {
    expect(textIn({ en: 'a', km: 'ក' }, 'km')).toBe('ក');
    expect(textIn({ en: 'a', km: 'ក' }, 'fr')).toBe('a');
    expect(textIn({}, 'km')).toBe('');
    expect(textIn({ en: 'a' }, 'constructor')).toBe('a');
  });
});

describe('the language to answer in (SPEC L4)', () => {
  const site = ['km', 'en'];

  it.each([
    [{}, 'km'],
    [{ accept: '' }, 'km'],
    [{ accept: 'en' }, 'en'],
    [{ accept: 'en-GB,en;q=0.9' }, 'en'],
    [{ accept: 'EN-us' }, 'en'],
    [{ accept: 'fr, de;q=0.9' }, 'km'],
    [{ accept: 'fr, en;q=0.1' }, 'en'],
    [{ accept: 'en;q=0.5, km;q=0.6' }, 'km'],
    [{ accept: 'en; q=0.9 , km ; q=0.8' }, 'en'],
    [{ accept: 'en, km' }, 'en'],
    [{ accept: 'en;q=0, km;q=0.1' }, 'km'],
    [{ accept: 'en;q=0' }, 'km'],
    [{ accept: 'en;q=x' }, 'km'],
    [{ accept: '*' }, 'km'],
    [{ accept: ',;,;;q=,en' }, 'en'],
    [{ cookie: 'en', accept: 'km' }, 'en'],
    [{ cookie: 'fr', accept: 'en' }, 'en'],
    [{ query: 'km', cookie: 'en', accept: 'en' }, 'km'],
    [{ query: 'xx', cookie: 'en' }, 'en'],
    [{ query: '', cookie: '' }, 'km'],
  ])('for %j is %s', (wishes, expected) => {
    expect(negotiateLanguage(site, wishes)).toBe(expected);
  });

  it('is always one that the site has', async () => {
    const wish = fc.option(fc.oneof(fc.string(), fc.constantFrom('en', 'km', 'fr', 'en-GB,km;q=0.3', '__proto__')), { nil: undefined });
    await checkLaw(
      'negotiation',
      fc.property(wish, wish, wish, (query, cookie, accept) => {
        expect(site).toContain(negotiateLanguage(site, { query, cookie, accept }));
      }),
      { numRuns: 200 },
    );
  });
});
