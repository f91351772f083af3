/** Bits of what a letter is, for whoever goes through a text letter by letter. Each letter is Khmer, white or other. */
export const KHMER = 1;
export const WHITE = 2;
export const OTHER = 4;
/** What begins a piece of Khmer: letters, and signs that stand alone. */
export const BASE = 8;
export const MARK = 16;
/** Seen by nobody: no search depends on it. */
export const INVISIBLE = 32;
/** Marks of Khmer that change places with those of other scripts. */
export const STACKED = 64;

/** Binds the next letter to the one before it. */
export const COENG = 0x17d2;

const TESTS: readonly [bit: number, test: RegExp][] = [
  [BASE, /[\u1780-\u17b3\u17d4-\u17db]/],
  [MARK, /^\p{M}/u],
  [INVISIBLE, /[\u200b-\u200d\u2060\ufeff\u00ad]/],
  [STACKED, /[\u17d2\u17dd]/],
];

function asked(letter: string): number {
  const script = /[\u1780-\u17dd]/.test(letter) ? KHMER : /\s/.test(letter) ? WHITE : OTHER;
  return TESTS.reduce((traits, [bit, test]) => (test.test(letter) ? traits | bit : traits), script);
}

/** Up to the signs of CJK: nearly all letters of a text. Zero: not asked yet. */
const known = new Uint8Array(0x3000);

/** What a letter is, by its code point. */
export function traitsOf(code: number): number {
  if (code >= known.length) return asked(String.fromCodePoint(code));
  return (known[code] ||= asked(String.fromCodePoint(code)));
}
