import { expect, test } from '@jest/globals';
import { likenessKeys } from '../src/language/likeness.ts';

const alike = (one: string, other: string): boolean => likenessKeys(one, null)[0] === likenessKeys(other, null)[0];

test('L7: names are alike in any order of their words, and in other vowels', () => {
  expect(likenessKeys('Sok Sophea', null)).toEqual(['n:sk sp']);
  expect(alike('Sok Sophea', 'Sophia  SOK')).toBe(true);
  expect(alike('Chann Dara', 'Chan Dara')).toBe(true);
  expect(alike('Sok Sophea', 'Sok Dara')).toBe(false);
});

test('L7: Khmer names are alike by their consonants', () => {
  // សុខ សុភាព: consonants ស ខ and ស ភ ព.
  expect(likenessKeys('សុខ សុភាព', null)).toEqual(['n:សខ សភព']);
  expect(alike('សុខ សុភាព', 'សូភាព\u200b សុខ')).toBe(true);
  expect(alike('ស្រ\u200bីមុំ ចាន់', 'ចាន់ ស្រីមុំ')).toBe(true);
  expect(alike('សុខ សុភាព', 'សុខ ដារ៉ា')).toBe(false);
});

test('L7: a phone number is alike with and without the prefix of its country, in any digits', () => {
  expect(likenessKeys('ក', '012 345 678')).toContain('p:12345678');
  expect(likenessKeys('ក', '+855 12 345 678')).toContain('p:12345678');
  expect(likenessKeys('ក', '០១២ ៣៤៥ ៦៧៨')).toContain('p:12345678');
  // A short number belongs to a service, not to a person.
  expect(likenessKeys('ក', '1288')).toHaveLength(1);
});

test('L7: a name of vowels alone is itself, and no name at all has no key', () => {
  expect(likenessKeys('Aya', null)).toEqual(['n:aya']);
  expect(likenessKeys('\u200b ', null)).toEqual([]);
});
