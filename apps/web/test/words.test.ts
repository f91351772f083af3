import { expect, test } from '@jest/globals';
import en from '../src/i18n/en.json' with { type: 'json' };
import km from '../src/i18n/km.json' with { type: 'json' };

const placesIn = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

test('both languages say the same things', () => {
  expect(Object.keys(km)).toEqual(Object.keys(en));
});

test('both languages fill in the same values', () => {
  for (const [key, text] of Object.entries(en)) expect([key, placesIn(km[key as keyof typeof km])]).toEqual([key, placesIn(text)]);
});

test('Khmer running text has Khmer digits and no dangling coeng', () => {
  for (const [key, text] of Object.entries(km)) {
    expect([key, text]).toEqual([key, text.normalize('NFC')]);
    expect(`${key} ${text.replace(/\{\{\w+\}\}/g, '')}`.replace(key, '')).not.toMatch(/[0-9]|\u17d2(?![\u1780-\u17a2])/);
  }
});
