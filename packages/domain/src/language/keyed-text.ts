import { searchKey } from './search-key.ts';

/** Where a part of a text lies: from, to, in UTF-16 units. */
export type Range = [from: number, to: number];

/** The search key of a text, and which part of the text each unit of the key comes from. */
export interface KeyedText {
  text: string;
  key: string;
  parts: Range[];
}

const WHITE = /\s/;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/;
const MARK = /^\p{M}/u;
/** What begins a piece: letters, and signs that stand alone. */
const BASE = /[\u1780-\u17b3\u17d4-\u17db]/;
const KHMER_PART = /[\u1780-\u17dd]/;
/** Marks of Khmer that change places with those of other scripts. */
const STACKED = /[\u17d2\u17dd]/;
const COENG = '\u17d2';
const MOST_KNOWN = 20_000;

/** Keys of pieces by the piece: a language has few syllables and the key of one takes long. */
const known = new Map<string, string>();

function keyOf(piece: string): string {
  let key = known.get(piece);
  if (key === undefined) {
    key = searchKey(piece);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(piece, key);
  }
  return key;
}

/** Cuts a text where nothing of its key moves from one side to the other: at syllables in Khmer, at letters elsewhere. */
function pieces(text: string): Range[] {
  const found: Range[] = [];
  let from = 0;
  let before: 'khmer' | 'white' | 'other' | null = null;
  let open = false;
  let afterMark = false;
  let at = 0;
  for (const letter of text) {
    const here = KHMER_PART.test(letter) ? 'khmer' : WHITE.test(letter) ? 'white' : 'other';
    const base = BASE.test(letter);
    const mark = here === 'other' && before !== null && before !== 'white' && MARK.test(letter);
    const joined = before === null || mark || (afterMark && STACKED.test(letter)) || INVISIBLE.test(letter) || (here === before && (here === 'khmer' ? !base || open : here === 'white'));
    if (!joined) {
      found.push([from, at]);
      from = at;
    }
    if (!INVISIBLE.test(letter) && !mark) {
      before = here;
      // A coeng binds the next letter to it, also over a mark that stands between them.
      open = letter === COENG || (open && !base && here === 'khmer');
    }
    if (!INVISIBLE.test(letter)) afterMark = MARK.test(letter) && here === 'other';
    at += letter.length;
  }
  if (at > from) found.push([from, at]);
  return found;
}

/**
 * The key of a text with where each of its units comes from. It is the search key, but for two capitals that become
 * small ones by what stands beside them (Σ, İ): whoever searches in keys takes them from here.
 */
export function keyedText(text: string): KeyedText {
  const units: string[] = [];
  const parts: Range[] = [];
  for (const part of pieces(text)) {
    const piece = text.slice(...part);
    const white = WHITE.test(piece) && piece.trim().replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '') === '';
    const key = white ? (units.length === 0 ? '' : ' ') : keyOf(piece);
    for (let unit = 0; unit < key.length; unit += 1) {
      units.push(key[unit] ?? '');
      parts.push(part);
    }
  }
  if (units.at(-1) === ' ') {
    units.pop();
    parts.pop();
  }
  return { text, key: units.join(''), parts };
}
