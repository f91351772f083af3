import { toAsciiDigits } from './digits.ts';
import { searchKey } from './search-key.ts';

/** Last digits of a phone number that are the same with and without the country's prefix. */
const PHONE_DIGITS = 8;
/** Khmer marks that people leave out or choose differently: dependent vowels, signs, coeng. */
const KHMER_MARKS = /[\u17b4-\u17d3\u17dd]/g;
const LATIN_ACCENTS = /[\u0300-\u036f]/g;
/** Romanised Khmer differs in vowels and in h: Sophea, Sopheap, Sophia. */
const LATIN_SOFT = /[aeiouyh]/g;

function skeleton(word: string): string {
  const hard = word
    .normalize('NFD')
    .replace(LATIN_ACCENTS, '')
    .replace(KHMER_MARKS, '')
    .replace(LATIN_SOFT, '')
    .replace(/(.)\1+/gu, '$1');
  return hard === '' ? word : hard;
}

/**
 * Keys by which a duplicate is looked for: two people who share one may be one person. The words of a name count in
 * any order and without what spellings differ in; of a phone number the last digits. Never stored as text or shown.
 */
export function likenessKeys(name: string, phone: string | null): string[] {
  const words = searchKey(name).split(' ').filter(Boolean).map(skeleton).sort();
  const digits = toAsciiDigits(phone ?? '').replace(/\D/g, '');
  return [...(words.length > 0 ? [`n:${words.join(' ')}`] : []), ...(digits.length >= PHONE_DIGITS ? [`p:${digits.slice(-PHONE_DIGITS)}`] : [])];
}
