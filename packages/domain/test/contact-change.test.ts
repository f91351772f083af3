import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Contact, contactState } from '../src/curriculum/contact.ts';
import { changedFields, type ContactWords, isNumberToDial, rewritten } from '../src/curriculum/contact-change.ts';

const CONTACT: Contact = {
  id: 'hotline-child',
  number: '1280',
  name: { en: 'Child Helpline', km: 'ខ្សែទូរស័ព្ទជំនួយកុមារ' },
  answers: { en: 'For anyone up to 25.', km: 'សម្រាប់ក្មេងៗ។' },
  kind: 'helpline',
  free: true,
  hours: 'always',
  languages: ['km'],
  anonymous: null,
  reportsTo: null,
  source: 'child-helpline',
  sourceTitle: { en: 'Its page', km: 'ទំព័ររបស់គេ' },
  verifiedOn: '2026-11-01',
  reviewBy: '2027-05-01',
};
const words = ({ name, answers, number, kind, free, hours, languages, anonymous, reportsTo, sourceTitle = {} }: Contact): ContactWords => ({ name, answers, number, kind, free, hours, languages, anonymous, reportsTo, sourceTitle });

describe('C12: a contact that staff write anew', () => {
  test('is the same one when nothing was changed', () => {
    expect(changedFields(CONTACT, words(CONTACT))).toEqual([]);
    expect(rewritten(CONTACT, words(CONTACT))).toEqual(CONTACT);
  });

  test('with another number is one that nobody has rung; its source stays', () => {
    expect(rewritten(CONTACT, { ...words(CONTACT), number: '1281' })).toEqual({ ...CONTACT, number: '1281', verifiedOn: null, reviewBy: null });
  });

  test('known from somewhere else is known from the office, and still rung', () => {
    const sourceTitle = { en: 'They told us', km: 'គេប្រាប់យើង' };
    expect(rewritten(CONTACT, { ...words(CONTACT), sourceTitle })).toEqual({ ...CONTACT, sourceTitle, source: 'office' });
  });

  test('tells every field that changed, whatever the order of languages', () => {
    const after = { ...words(CONTACT), name: { km: CONTACT.name.km ?? '', en: 'Helpline' }, answers: { km: CONTACT.answers.km ?? '', en: CONTACT.answers.en ?? '' }, languages: ['km', 'en'], free: null };
    expect(changedFields(CONTACT, after)).toEqual(['name', 'free', 'languages']);
    expect(changedFields({ ...CONTACT, sourceTitle: undefined }, { ...words(CONTACT), sourceTitle: {} })).toEqual([]);
  });

  test('keeps its days exactly when it keeps its number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0\d{2} \d{3} \d{3}$/), fc.boolean(), fc.constantFrom('always' as const, null), (number, free, hours) => {
        const after = rewritten(CONTACT, { ...words(CONTACT), number, free, hours });
        expect([after.verifiedOn, after.reviewBy]).toEqual(number === CONTACT.number ? ['2026-11-01', '2027-05-01'] : [null, null]);
      }),
    );
  });
});

test('a number is confirmed to the end of its last day', () => {
  expect(['2027-04-30', '2027-05-01', '2027-05-02'].map((today) => contactState(CONTACT, today))).toEqual(['confirmed', 'confirmed', 'overdue']);
  expect(contactState({ verifiedOn: null, reviewBy: '2090-01-01' }, '2026-11-27')).toBe('unconfirmed');
  expect(contactState({ verifiedOn: '2020-01-01', reviewBy: null }, '2026-11-27')).toBe('confirmed');
});

test('numbers that can be dialled', () => {
  expect(['117', '1280', '092 311 511', '+855 23 720 555'].filter((number) => !isNumberToDial(number))).toEqual([]);
  expect(['', '12', '12a', '092  311', ' 117', '117 ', '១១៧', '++855 23'].filter(isNumberToDial)).toEqual([]);
});
