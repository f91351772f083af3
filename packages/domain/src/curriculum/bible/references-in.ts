import { toAsciiDigits, toKhmerDigits } from '../../language/digits.ts';
import { parseReference } from '../reference.ts';
import { ALIASES, MARGIN } from './aliases.ts';
import { BOOKS } from './books.ts';
import { type Nowhere, nowhere } from './exists.ts';

/** A Bible reference in running text. */
export interface FoundReference {
  /** Where it stands, in UTF-16 units of the text; always on edges of grapheme clusters. */
  from: number;
  to: number;
  /** As a passage block holds it, `Luke 10:25-37`; null where it can be no reference of a passage. */
  reference: string | null;
  /** What is wrong with it; null: nothing. */
  wrong: Nowhere | { lacks: 'order' | 'one chapter' } | null;
}

/** Characters that nobody sees and that may stand anywhere in Khmer. */
const UNSEEN = '[\\u200b\\u2060]*';
const GAP = '[\\s\\u200b\\u2060]*';
const DIGIT = '[0-9\\u17e0-\\u17e9]';
const NUMBER = `(${DIGIT}{1,3})(?!${DIGIT})`;
/** A sign, or «verse» in words. */
const COLON = `${GAP}(?:[:\\u17d6.]|ខ(?:ទី)?)${GAP}`;
const TO = `(?:${GAP}(?:[-\\u2010-\\u2014]|ដល់)${GAP}(?:${NUMBER}${COLON})?${NUMBER})?`;
const VERSES = `(?:ជំពូក(?:ទី)?${GAP})?${NUMBER}${COLON}${NUMBER}${TO}`;

const escaped = (letter: string): string => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The letters of a name, with breaks typed between them: also with the subscript that looks the same, and two signs in the other order. */
function lettersOf(name: string): string {
  const letters = [...name].map((letter, at) => (letter === ' ' ? '\\s+' : name[at - 1] === '\u17d2' && /[\u178a\u178f]/.test(letter) ? '[\\u178a\\u178f]' : escaped(letter)));
  return letters.join(UNSEEN).replace(/([\u17c9\u17ca])(\[[^\]]+\]\*)([\u17b6-\u17c5])/g, '(?:$1$2$3|$3$2$1)');
}

/** A name as people write it: its number in either digits, before it or after it, with or without a space. */
function spelled(name: string): string {
  const [, number = '', words = name] = /^([1-3\u17e1-\u17e3]) (.+)$/.exec(name) ?? [];
  const letters = lettersOf(words);
  if (number === '') return letters;
  const digit = `[${toAsciiDigits(number)}${toKhmerDigits(toAsciiDigits(number))}]`;
  return `(?:(?<!${DIGIT})${digit}${GAP}${letters}|${letters}${GAP}ទី${GAP}${digit}(?!${DIGIT}))`;
}

/** Every name by its spelling, the longest first: «1 John» is not John. */
const NAMES: readonly (readonly [book: string, spelling: string])[] = Object.keys(BOOKS)
  .flatMap((book) => [
    ...[book, BOOKS[book] ?? '', ...(ALIASES[book] ?? [])].map((name) => [book, spelled(name), name.length] as const),
    ...(MARGIN[book] ?? []).map((name) => [book, `(?<![\\u1780-\\u17d3])${spelled(name)}`, name.length] as const),
  ])
  .toSorted(([, , one], [, , other]) => other - one)
  .map(([book, spelling]) => [book, spelling]);

// A name begins neither within a word of letters with case, nor below a coeng; Khmer words need no space before it.
const FIRST = new RegExp(`(?<![\\p{Lu}\\p{Ll}\\u17d2])(?:${NAMES.map(([, spelling]) => `(${spelling})`).join('|')})${GAP}\\.?${GAP}(?=${VERSES})`, 'gu');
const HERE = new RegExp(VERSES, 'uy');
/** What any of them has: most texts have none, and are done with at once. */
const PLACE = new RegExp(`${DIGIT}${COLON}${DIGIT}`, 'u');
/** A further place in the same book: «Isaiah 1:17; 58:6-8». */
const FURTHER = new RegExp(`${GAP};${GAP}(?=${VERSES})`, 'uy');

function judged(book: string, found: RegExpExecArray): Pick<FoundReference, 'reference' | 'wrong'> {
  const [chapter, from, other, last] = found.slice(1, 5).map((digits) => (digits === undefined ? undefined : Number(toAsciiDigits(digits))));
  if (other !== undefined && other !== chapter) return { reference: null, wrong: { lacks: 'one chapter' } };
  const reference = `${book} ${chapter}:${from}${last === undefined || last === from ? '' : `-${last}`}`;
  const parsed = parseReference(reference);
  return parsed ? { reference, wrong: nowhere(parsed) } : { reference: null, wrong: { lacks: 'order' } };
}

/**
 * The references in a text, in order, in either language and in either digits. A whole chapter («Luke 10») is left
 * alone: in running text it is as often a name and a number.
 */
export function referencesIn(text: string): FoundReference[] {
  const all: FoundReference[] = [];
  if (!PLACE.test(text)) return all;
  FIRST.lastIndex = 0;
  for (let name = FIRST.exec(text); name; name = FIRST.exec(text)) {
    const book = NAMES[name.slice(1).findIndex((one) => one !== undefined)]?.[0] ?? '';
    let [from, at] = [name.index, FIRST.lastIndex];
    for (;;) {
      HERE.lastIndex = at;
      const found = HERE.exec(text);
      if (!found) break;
      all.push({ from, to: HERE.lastIndex, ...judged(book, found) });
      FURTHER.lastIndex = HERE.lastIndex;
      FIRST.lastIndex = HERE.lastIndex;
      if (!FURTHER.exec(text)) break;
      from = at = FURTHER.lastIndex;
    }
  }
  return all;
}
