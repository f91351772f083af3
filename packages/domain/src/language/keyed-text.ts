import { searchKey } from './search-key.ts';
import { BASE, COENG, INVISIBLE, KHMER, MARK, OTHER, STACKED, traitsOf, WHITE } from './traits.ts';

/** Where a part of a text lies: from, to, in UTF-16 units. */
export type Range = [from: number, to: number];

/** The search key of a text, and which part of the text each unit of the key comes from. */
export interface KeyedText {
  text: string;
  key: string;
  parts: Range[];
}

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

/** Of a text, where its pieces end, and whether each is a space. */
type Take = (from: number, to: number, white: boolean) => void;

/** Cuts a text where nothing of its key moves from one side to the other: at syllables in Khmer, at letters elsewhere. */
function eachPiece(text: string, take: Take): void {
  let from = 0;
  // Of what script the piece is so far: none, while it has invisible marks alone.
  let before = 0;
  let open = false;
  let afterMark = false;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const traits = traitsOf(code);
    const here = traits & (KHMER | WHITE | OTHER);
    const hidden = (traits & INVISIBLE) !== 0;
    const base = (traits & BASE) !== 0;
    const mark = here === OTHER && (traits & MARK) !== 0 && before !== 0 && before !== WHITE;
    const goesOn = here === before && (here === KHMER ? !base || open : here === WHITE);
    if (before !== 0 && !mark && !hidden && !goesOn && !(afterMark && (traits & STACKED) !== 0)) {
      take(from, at, before === WHITE);
      from = at;
    }
    if (!hidden) {
      afterMark = here === OTHER && (traits & MARK) !== 0;
      if (!mark) {
        before = here;
        // A coeng binds the next letter to it, also over a mark that stands between them.
        open = code === COENG || (open && !base && here === KHMER);
      }
    }
    at += code > 0xffff ? 2 : 1;
  }
  if (text.length > from) take(from, text.length, before === WHITE);
}

/**
 * The key of a text with where each of its units comes from. It is the search key of whatever is made of syllables, but
 * for two capitals that become small ones by what stands beside them (Σ, İ): whoever searches in keys takes them from here.
 */
export function keyedText(text: string): KeyedText {
  let key = '';
  const parts: Range[] = [];
  eachPiece(text, (from, to, white) => {
    const one = white ? (key === '' ? '' : ' ') : keyOf(text.slice(from, to));
    const part: Range = [from, to];
    for (let unit = 0; unit < one.length; unit += 1) parts.push(part);
    key += one;
  });
  if (key.endsWith(' ')) {
    key = key.slice(0, -1);
    parts.pop();
  }
  return { text, key, parts };
}
