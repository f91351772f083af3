import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contactsIn, dialable, splitAtContacts } from '../src/curriculum/contact.ts';
import { parseReference, showReference } from '../src/curriculum/reference.ts';
import { toKhmerDigits } from '../src/language/digits.ts';
import { khmerText } from '../src/testing/khmer.ts';
import { checkLaw } from '../src/testing/seeds.ts';

describe('a Bible reference (SPEC L6)', () => {
  it.each([
    ['Luke 10:25-37', { book: 'Luke', chapter: 10, from: 25, to: 37 }],
    ['Luke 10:25–37', { book: 'Luke', chapter: 10, from: 25, to: 37 }],
    ['Isaiah 1:17', { book: 'Isaiah', chapter: 1, from: 17, to: 17 }],
    ['Psalm 119:105-105', { book: 'Psalm', chapter: 119, from: 105, to: 105 }],
    ['Matthew 5:9-10', { book: 'Matthew', chapter: 5, from: 9, to: 10 }],
  ])('%s is understood', (text, reference) => {
    expect(parseReference(text)).toEqual(reference);
  });

  it.each(['', 'Luke', 'Luke 10', 'Luke 10:37-25', 'Luke 0:1', 'Luke 1:0', 'Luke 1:0-3', 'luke 10:25', 'Luke 10.25', 'Luke 10:25-', 'Luke  10:25', ' Luke 10:25', 'Luke 10:25\n', 'Luke 10:25-11:2', 'Judas 1:1', 'constructor 1:1', 'Luke 1000:1', 'លូកា ១០:២៥'])(
    '%j is not',
    (text) => {
      expect(parseReference(text)).toBeNull();
      expect(showReference(text, 'km', toKhmerDigits)).toBe('');
    },
  );

  it('is shown with the book and the digits of the language', () => {
    expect(showReference('Luke 10:25-37', 'km', toKhmerDigits)).toBe('លូកា ១០:២៥–៣៧');
    expect(showReference('Luke 10:25-37', 'en', (text) => text)).toBe('Luke 10:25–37');
    expect(showReference('Isaiah 1:17', 'km', toKhmerDigits)).toBe('អេសាយ ១:១៧');
    expect(showReference('Psalm 119:105-105', 'en', (text) => text)).toBe('Psalm 119:105');
  });

  it('is understood as it is shown', async () => {
    await checkLaw(
      'references',
      fc.property(fc.constantFrom('Luke', 'Micah', 'Psalm'), fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 99 }), fc.nat(77), (book, chapter, from, more) => {
        const text = showReference(`${book} ${chapter}:${from}-${from + more}`, 'en', String);
        expect(parseReference(text)).toEqual({ book, chapter, from, to: from + more });
      }),
      { numRuns: 100 },
    );
  });
});

describe('contacts in a text (SPEC C5)', () => {
  it('are found in order, repeats included', () => {
    expect(contactsIn('Call {contact:b} or {contact:hotline-police}, then {contact:b}.')).toEqual(['b', 'hotline-police', 'b']);
    expect(contactsIn('{contact:} {contact:A} {contact: a} {contacts:a} {contact:a')).toEqual([]);
  });

  it('cut it into pieces', () => {
    expect(splitAtContacts('ហៅ {contact:aple}។{contact:b}')).toEqual([{ text: 'ហៅ ' }, { contact: 'aple' }, { text: '។' }, { contact: 'b' }]);
    expect(splitAtContacts('')).toEqual([]);
    expect(splitAtContacts('{contact:a}')).toEqual([{ contact: 'a' }]);
    expect(splitAtContacts('{contact:A}')).toEqual([{ text: '{contact:A}' }]);
  });

  it('lose nothing when they are cut', async () => {
    const piece = fc.oneof(khmerText, fc.constantFrom('{contact:a}', '{contact:', '}', '{contact:b-2}', '{'));
    await checkLaw(
      'contact-texts',
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join('');
        const cut = splitAtContacts(text);
        expect(cut.map((part) => ('contact' in part ? `{contact:${part.contact}}` : part.text)).join('')).toBe(text);
        expect(cut.flatMap((part) => ('contact' in part ? [part.contact] : []))).toEqual(contactsIn(text));
      }),
      { numRuns: 200 },
    );
  });

  it('are dialled as digits', () => {
    expect(['092 311 511', '+855 92 311 511', '1288', '092-311+511'].map(dialable)).toEqual(['092311511', '+85592311511', '1288', '092311511']);
  });
});
