import { expect, test } from '@jest/globals';
import en from '../src/i18n/staff/en.json';
import km from '../src/i18n/staff/km.json';

const english: Record<string, string> = en;
const khmer: Record<string, string> = km;
/** Khmer has one plural form. */
const one = (key: string): boolean => key.endsWith('_one');
const holes = (text: string): string[] => [...new Set(text.match(/\{\{\w+|\[\w+\]/g))].sort();

test('the staff words exist in both languages with the same places for values', () => {
  const keys = Object.keys(english).filter((key) => !one(key));
  expect(Object.keys(khmer).sort()).toEqual(keys.sort());
  expect(keys.filter((key) => String(holes(english[key] ?? '')) !== String(holes(khmer[key] ?? '')))).toEqual([]);
  expect(Object.keys(english).filter((key) => one(key) && !(key.replace(/_one$/, '_other') in english))).toEqual([]);
});

test('Khmer words are Khmer: no digits and no letters of another script, no dangling subscript', () => {
  const allowed = /\{\{\w+\}\}|\[\w+\]|name@example\.org/g;
  const foreign = Object.entries(khmer).filter(([, text]) => /[A-Za-z0-9]|\u17d2(?![\u1780-\u17a2])/.test(text.replace(allowed, '')));
  expect(foreign).toEqual([]);
});
