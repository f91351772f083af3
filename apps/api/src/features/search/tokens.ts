/** Raised when tokens, words or texts of entries are made in another way: all entries are made anew then. */
export const TOKENS_VERSION = 2;

/** Longer runs between spaces are sentences, not words. */
const LONGEST_WORD = 40;
/** As many pieces of a query narrow it down enough; the key itself decides. */
const MOST_GRAMS = 8;

/** What every title has. */
export const TITLE_TOKEN = hash('title');

/** FNV-1a with 32 bits, as PostgreSQL's int. Two texts with one hash cost a look at the key, nothing else. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}

const gram = (key: string, at: number, length: number): number => hash(`g${key.slice(at, at + length)}`);
const wordToken = (word: string): number => hash(`w${word}`);

/** All tokens of an entry: neighbouring letters by two and three, words. */
export function tokensOf(key: string, words: Iterable<string>, title: boolean): number[] {
  const tokens = new Set<number>(title ? [TITLE_TOKEN] : []);
  for (let at = 0; at < key.length - 1; at += 1) {
    tokens.add(gram(key, at, 2));
    if (at < key.length - 2) tokens.add(gram(key, at, 3));
  }
  for (const word of words) if (word.length <= LONGEST_WORD) tokens.add(wordToken(word));
  return [...tokens];
}

/** Tokens that every entry has in which all of these keys stand somewhere. */
export function anywhere(keys: readonly string[]): number[] {
  return keys.flatMap((key) => {
    if (key.length < 3) return key.length === 2 ? [gram(key, 0, 2)] : [];
    const last = key.length - 3;
    const step = Math.max(1, Math.ceil(last / MOST_GRAMS));
    const found = [gram(key, last, 3)];
    for (let at = 0; at < last; at += step) found.push(gram(key, at, 3));
    return found;
  });
}

/** Tokens that every entry has in which all of these keys are words. */
export function asWords(keys: readonly string[]): number[] {
  return keys.map(wordToken);
}
