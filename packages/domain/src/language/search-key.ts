import { khnormal } from 'khmer-normalizer';
import { toAsciiDigits } from './digits.ts';

/** Raised when the rules below change, so that stored keys can be computed again. */
export const SEARCH_KEY_VERSION = 2;

const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;
const KHMER_RUN = /[\u1780-\u17dd]+/g;
/** No word of the curriculum moves at all and random letters move twice at most; the bound is for what nobody has seen. */
const MOST_ROUNDS = 8;

function collapsed(run: string): string {
  return run.replace(/\u17d2{2,}/g, '\u17d2');
}

/** One run of Khmer in the order of its parts, doubled coengs collapsed. A change may make room for another one, so until nothing moves. */
function settled(run: string): string {
  // Before the first round too: khnormal sees another syllable in a doubled coeng than in one.
  let before = collapsed(run);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const after = collapsed(khnormal(before));
    if (after === before) break;
    before = after;
  }
  return before;
}

/**
 * The key by which two spellings of the same words are found equal (language.md, "Search key"): for search,
 * duplicate checks and typed answers, never for storing or showing.
 */
export function searchKey(text: string): string {
  return toAsciiDigits(
    text
      // First of all, because letters that an invisible mark kept apart compose and sort as neighbours.
      .replace(INVISIBLE, '')
      .toLowerCase()
      .normalize('NFC')
      .replaceAll('\u17a3', '\u17a2')
      .replaceAll('\u17a4', '\u17a2\u17b6')
      // Run by run: the normaliser mixes code points with UTF-16 indexes and would corrupt astral characters.
      .replace(KHMER_RUN, settled),
  )
    .replace(/\s+/g, ' ')
    .trim();
}
