import { keyedText } from '../language/keyed-text.ts';
import type { LocalizedText } from '../language/localized-text.ts';
import { marksIn } from '../language/marks.ts';
import { searchKey } from '../language/search-key.ts';
import { spellingsOf } from '../language/variants.ts';

/** A word of the curriculum and what it is called in each language: agreed, so that one thing has one name. */
export interface Term {
  id: string;
  /** The agreed word, by language. */
  words: LocalizedText;
  /** Other forms of it that are as right, by language: a plural, a verb. */
  also: Record<string, string[]>;
  /** What is to be kept in mind, for authors, by language. */
  note: LocalizedText;
}

/** A term in a text: which one, and where its word stands. */
export interface FoundTerm {
  term: Term;
  from: number;
  to: number;
}

/** A list of terms made ready for one language; made once and used for every text. */
export interface TermIndex {
  lang: string;
  /** Search keys of all spellings, the longest first. */
  keys: readonly { key: string; term: Term }[];
  /** The same keys by the term's id. */
  byTerm: ReadonlyMap<string, readonly string[]>;
}

const WORD_SIGN = /[\p{L}\p{M}\p{N}]/u;
/** Khmer writes no spaces between words: there a word may begin anywhere. */
const KHMER = /[\u1780-\u17ff]/;
/** References are no words of the text. */
const REFERENCE = /\{[^}]*\}/g;

/** All accepted words of a term in a language, the agreed one first. */
export function wordsOf({ words, also }: Pick<Term, 'words' | 'also'>, lang: string): string[] {
  return [words[lang] ?? '', ...(also[lang] ?? [])].filter((word) => word.trim() !== '');
}

/** Makes a list of terms ready for texts of a language. */
export function termIndex(terms: readonly Term[], lang: string): TermIndex {
  const byTerm = new Map(terms.map((term) => [term.id, wordsOf(term, lang).flatMap((word) => spellingsOf(searchKey(word)))]));
  const keys = terms.flatMap((term) => (byTerm.get(term.id) ?? []).map((key) => ({ key, term })));
  return { lang, keys: keys.toSorted((one, other) => other.key.length - one.key.length), byTerm };
}

/** Whether a key stands in another one as a word of its own. */
function isWhole(key: string, at: number, length: number): boolean {
  const first = key.charAt(at);
  if (KHMER.test(first)) return true;
  return !WORD_SIGN.test(key.charAt(at - 1)) && !WORD_SIGN.test(key.charAt(at + length));
}

/** Where the terms stand in a text, in order; of words that hold each other the longer one. Ranges are UTF-16 units of the text as it is written. */
export function termsIn(text: string, { keys }: TermIndex): FoundTerm[] {
  if (keys.length === 0 || text === '') return [];
  // As many signs of nothing: places in the text stay what they are.
  const keyed = keyedText(text.replace(REFERENCE, (reference) => '|'.repeat(reference.length)).replaceAll('**', '||'));
  const taken: { at: number; end: number; key: string; term: Term }[] = [];
  for (const { key, term } of keys)
    for (let at = keyed.key.indexOf(key); at >= 0; at = keyed.key.indexOf(key, at + 1)) {
      const end = at + key.length;
      if (isWhole(keyed.key, at, key.length) && !taken.some((one) => at < one.end && one.at < end)) taken.push({ at, end, key, term });
    }
  return taken
    .toSorted((one, other) => one.at - other.at)
    .flatMap(({ at, end, term }): FoundTerm[] => {
      const [range] = marksIn({ text, key: keyed.key.slice(at, end), parts: keyed.parts.slice(at, end) }, [keyed.key.slice(at, end)]);
      return range ? [{ term, from: range[0], to: range[1] }] : [];
    });
}

/**
 * Terms found in a source that its translation calls something else than what is agreed (as part of a longer word it
 * counts too), each once. Nobody has to follow: where a sentence wants another word, the author knows better.
 */
export function termsMissed(found: readonly FoundTerm[], translation: string, into: TermIndex): Term[] {
  const terms = [...new Set(found.map(({ term }) => term))].filter(({ id }) => (into.byTerm.get(id) ?? []).length > 0);
  if (terms.length === 0 || translation.trim() === '') return [];
  // Known pieces of a key are fast; this is asked for every text of a page.
  const { key } = keyedText(translation);
  return terms.filter(({ id }) => !into.byTerm.get(id)?.some((one) => key.includes(one)));
}
