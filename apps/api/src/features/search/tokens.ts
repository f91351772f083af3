/** Raised when tokens, words or texts of entries are made in another way: all entries are made anew then. */
export const TOKENS_VERSION = 2;

/** Longer runs between spaces are sentences, not words. */
const LONGEST_WORD = 40;
/** As many pieces of a query narrow it down enough; the key itself decides. */
const MOST_GRAMS = 4;

/** Where tokens hold: titles or what stands below them, of one language. What is looked for in one place reads nothing of another. */
export interface Place {
  lang: string;
  title: boolean;
}

/** FNV-1a with 32 bits, as PostgreSQL's int. Two texts with one hash cost a look at the key, nothing else. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}

/** Tokens of one kind in one place. */
const tokenOf = ({ lang, title }: Place, kind: 'gram' | 'word'): ((piece: string) => number) => {
  const before = `${lang} ${title ? 'title' : 'text'} ${kind} `;
  return (piece) => hash(before + piece);
};

/** All tokens of an entry: neighbouring letters by two and three, words. */
export function tokensOf(key: string, words: Iterable<string>, place: Place): number[] {
  const [gram, word] = [tokenOf(place, 'gram'), tokenOf(place, 'word')];
  const tokens = new Set<number>();
  for (let at = 0; at < key.length - 1; at += 1) {
    tokens.add(gram(key.slice(at, at + 2)));
    if (at < key.length - 2) tokens.add(gram(key.slice(at, at + 3)));
  }
  for (const one of words) if (one.length <= LONGEST_WORD) tokens.add(word(one));
  return [...tokens];
}

/** Tokens that every entry has in which all of these keys stand somewhere; none of keys of one letter. */
export function anywhere(keys: readonly string[], place: Place): number[] {
  const gram = tokenOf(place, 'gram');
  return keys.flatMap((key) => {
    if (key.length < 3) return key.length === 2 ? [gram(key)] : [];
    const last = key.length - 3;
    const step = Math.max(1, Math.ceil(last / MOST_GRAMS));
    const found = [gram(key.slice(last))];
    for (let at = 0; at < last; at += step) found.push(gram(key.slice(at, at + 3)));
    return found;
  });
}

/** Tokens that every entry has in which all of these keys are words. */
export function asWords(keys: readonly string[], place: Place): number[] {
  return keys.map(tokenOf(place, 'word'));
}
