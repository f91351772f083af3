import { countGraphemes } from './graphemes.ts';
import type { LocalizedText } from './localized-text.ts';

/** The end of a sentence with its closing marks and the space after it; `។ល។` (and so on) is no end before its last sign. */
const END = /(?:[.!?…]+["”’»)*]*\s+|(?:។(?!ល។)|៕)["”’»)*]*\s*|\n\s*\n)/g;

/** The sentences of a text, each with the space that follows it: joined they are the text. Marked-up words stay whole. */
export function sentencesOf(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const end of text.matchAll(END)) {
    const to = end.index + end[0].length;
    const sentence = text.slice(from, to);
    if (sentence.trim() === '' || sentence.split('**').length % 2 === 0 || /^\s*[។៕.!?…]/.test(text.slice(to))) continue;
    found.push(sentence);
    from = to;
  }
  return from < text.length ? [...found, text.slice(from)] : found;
}

/** How many pieces of at most `most` characters the sentences fill, one after another. */
function piecesNeeded(sentences: string[], most: number): number {
  let pieces = 1;
  let filled = 0;
  for (const length of sentences.map((sentence) => countGraphemes(sentence.trim()))) {
    if (filled > 0 && filled + length > most) {
      pieces += 1;
      filled = 0;
    }
    filled += length;
  }
  return pieces;
}

/** Sentences shared out over so many pieces of about equal length, none of them empty. */
function shared(sentences: string[], pieces: number): string[] {
  const total = countGraphemes(sentences.join(''));
  const out: string[][] = [[]];
  let before = 0;
  for (const [index, sentence] of sentences.entries()) {
    const length = countGraphemes(sentence);
    const here = out.length;
    const full = before + length / 2 >= (total * here) / pieces;
    const must = sentences.length - index <= pieces - here;
    if (here < pieces && out.at(-1)?.length && (full || must)) out.push([]);
    out.at(-1)?.push(sentence);
    before += length;
  }
  return out.map((piece) => piece.join('').trim());
}

/**
 * A text cut at the ends of sentences, into as many pieces in every language: as many as the longest one needs, but
 * not more than the shortest one has sentences, so that no piece is empty in any of them.
 */
export function splitText(text: LocalizedText, most: number): LocalizedText[] {
  const languages = Object.entries(text)
    .map(([lang, words]) => ({ lang, sentences: sentencesOf(words) }))
    .filter(({ sentences }) => sentences.length > 0);
  if (languages.length === 0) return [text];
  const needed = Math.max(...languages.map(({ sentences }) => piecesNeeded(sentences, most)));
  const pieces = Math.min(needed, ...languages.map(({ sentences }) => sentences.length));
  if (pieces < 2) return [text];
  const cut = languages.map(({ lang, sentences }) => ({ lang, parts: shared(sentences, pieces) }));
  return Array.from({ length: pieces }, (_, index) => Object.fromEntries(cut.map(({ lang, parts }) => [lang, parts[index] ?? ''])));
}
