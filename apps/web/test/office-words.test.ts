import { describe, expect, test } from '@jest/globals';
import authorEn from '../src/i18n/author/en.json' with { type: 'json' };
import authorKm from '../src/i18n/author/km.json' with { type: 'json' };
import staffEn from '../src/i18n/staff/en.json' with { type: 'json' };
import staffKm from '../src/i18n/staff/km.json' with { type: 'json' };

type Table = Record<string, string>;
const SCREENS: readonly (readonly [en: Table, km: Table])[] = [[authorEn, authorKm], [staffEn, staffKm]];
const KHMER = SCREENS.flatMap(([, km]) => Object.entries(km));
const holes = (text = ''): string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();

/** What is one word in English and two in Khmer, because it is two things. */
const TWO_THINGS: ReadonlySet<string> = new Set([
  // Beside «ភាសា» in a sentence, and alone.
  'Khmer',
  'English',
  // The thing, and its number.
  'Phone',
  // Of a source its name; of a number what kind it is.
  'What it is',
  // Recording, and listening to it.
  'Stop',
  // A voice that is heard well; emptying a field.
  'Clear',
  // A column, and a field where the capital is chosen too.
  'Province',
  // Khmer repeats the verb that was asked.
  'Yes',
]);

/** Words that stood here once beside another one for the same thing, and the one that the glossary has. */
const AVOIDED = [
  ['អ្នកនិពន្ធ', 'អ្នកសរសេរមេរៀន'],
  ['មេរៀនធំ', 'ជំពូក'],
  ['អ្នកនាំ', 'អ្នកដឹកនាំ'],
  ['ឈ្មោះយោង', 'ពាក្យជំនួសលេខ'],
  ['ស្ទង់មតិ', 'សំណួរសម្រាប់គិត'],
  ['បណ្តាញ', 'អ៊ីនធឺណិត'],
  ['នាំចូល', 'បញ្ចូល'],
  ['ស្វ័យប្រវត្តិ', 'ដោយខ្លួនឯង'],
  ['ប្រសិទ្ធភាព', 'មានតម្លៃ'],
  ['ឲ្យ', 'ឱ្យ'],
] as const;

describe('the Khmer of the office', () => {
  test('says the same thing with the same words', () => {
    const said = new Map<string, Set<string>>();
    for (const [en, km] of SCREENS)
      for (const [key, text] of Object.entries(en)) if (km[key] && !TWO_THINGS.has(text)) said.set(text.replace(/\.$/, ''), (said.get(text.replace(/\.$/, '')) ?? new Set()).add((km[key] ?? '').replace(/។$/, '')));
    expect([...said].filter(([, words]) => words.size > 1).map(([text, words]) => [text, ...words])).toEqual([]);
  });

  test.each(AVOIDED)('has no «%s»: it is «%s»', (word, _better) => {
    expect(KHMER.filter(([, text]) => text.includes(word))).toEqual([]);
  });

  test('fills in what the English fills in', () => {
    for (const [en, km] of SCREENS)
      for (const [key, text] of Object.entries(km)) expect([key, holes(text)]).toEqual([key, holes(en[key])]);
  });

  test('is written in Khmer letters and digits, whole and in one form', () => {
    const allowed = /\{\{\w+\}\}|\[\w+\]|name@example\.org/g;
    expect(KHMER.filter(([, text]) => /[A-Za-z0-9]|\u17d2(?![\u1780-\u17a2])/.test(text.replace(allowed, '')) || text !== text.normalize('NFC'))).toEqual([]);
  });

  test('has its spaces and signs in their places', () => {
    const wrong = [
      // Two spaces; at an end; before a sign that ends a sentence, unless an address ends it.
      / {2}|^ | $|(?<![a-z]) [។៕!?៖]/,
      // A full stop, a colon and an ellipsis part what follows and what went before.
      /[។៖](?=[\u1780-\u17b3])|[\u1780-\u17d3]…/,
      // ៗ belongs to its word.
      / ៗ/,
      // Quotation marks and question marks of another script.
      /["“”‘’؟;]/,
    ];
    expect(KHMER.filter(([, text]) => wrong.some((pattern) => pattern.test(text)))).toEqual([]);
  });
});
