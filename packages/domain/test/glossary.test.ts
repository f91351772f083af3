import { describe, expect, test } from '@jest/globals';
import { type Term, termIndex, termsIn, termsMissed } from '../src/curriculum/glossary.ts';

const term = (id: string, en: string, km: string, also: Term['also'] = {}): Term => ({ id, words: { en, km }, also, note: {} });
const TERMS = [
  term('traffi', 'human trafficking', 'ការជួញដូរមនុស្ស', { en: ['trafficking', 'trafficked'], km: ['ជួញដូរ'] }),
  term('police', 'police', 'ប៉ូលីស', { km: ['នគរបាល'] }),
  term('hotlin', 'police hotline', 'លេខទាន់ហេតុការណ៍'),
  term('rights', 'right', 'សិទ្ធិ', { en: ['rights'] }),
];
const EN = termIndex(TERMS, 'en');
const KM = termIndex(TERMS, 'km');
const found = (text: string, index = EN) => termsIn(text, index).map(({ term: { id }, from, to }) => [id, text.slice(from, to)]);
const missed = (source: string, translation: string) => termsMissed(termsIn(source, EN), translation, KM).map(({ id }) => id);

describe('words of the glossary in a text (SPEC L11)', () => {
  test('are whole words, however they are written', () => {
    expect(found('Her RIGHTS, and one right. Bright rightly upright.')).toEqual([['rights', 'RIGHTS'], ['rights', 'right']]);
    expect(found('No word of ours.')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  test('the longer one goes first', () => {
    expect(found('Call the police hotline: human  trafficking is for the police.')).toEqual([
      ['hotlin', 'police hotline'],
      ['traffi', 'human  trafficking'],
      ['police', 'police'],
    ]);
  });

  test('in Khmer they stand anywhere, over invisible marks and in another spelling', () => {
    expect(found('លោកអ្នកហៅប៉ូលិសឥឡូវ', KM)).toEqual([['police', 'ប៉ូលិស']]);
    expect(found('អំពើជួញ\u200bដូរកុមារ', KM)).toEqual([['traffi', 'ជួញ\u200bដូរ']]);
  });

  test('are not the names of numbers to call, and may be strong', () => {
    expect(found('Ring {contact:hotline-police} or the **police**.')).toEqual([['police', 'police']]);
  });
});

describe('a translation that calls a term something else', () => {
  test('is told which, once; a form or spelling that counts as equal is none', () => {
    expect(missed('The police know. Call the police.', 'សូមហៅគេ។')).toEqual(['police']);
    expect(missed('The police know.', 'នគរបាលដឹង។')).toEqual([]);
    expect(missed('The police know.', 'ប៉ូលិសដឹង។')).toEqual([]);
    expect(missed('It is your right.', 'នេះជាអំណាចរបស់លោកអ្នក។')).toEqual(['rights']);
    expect(missed('He was trafficked.', 'គេជួញដូរគាត់។')).toEqual([]);
  });

  test('is none while nothing is written', () => {
    expect(missed('The police know.', '  ')).toEqual([]);
  });

  test('of a term without a word in that language nothing is said', () => {
    const half = [{ ...term('pastor', 'pastor', ''), words: { en: 'pastor' } }];
    expect(termsMissed(termsIn('A pastor came.', termIndex(half, 'en')), 'គាត់មក។', termIndex(half, 'km'))).toEqual([]);
  });
});
