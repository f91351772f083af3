/** Words that the segmenter cuts in two. */
const WHOLE = ['ប៉ូលីស'];

/** Khmer letters and signs with the invisible marks that may stand between them. */
const RUN = /[\u1780-\u17d3\u17d7\u17dc\u17dd\u200b-\u200d\u2060]+/g;
/** What a line must not begin with: dependent vowels, signs, the repetition sign, joiners. */
const BOUND = /^[\u17b4-\u17d3\u17d7\u17dd\u200c-\u200d\u2060]/;
const BREAK = '\u200b';

let segmenter: Intl.Segmenter | undefined;

function broken(run: string): string {
  // An author who marked words in a run has marked all of them; the segmenter would only add its errors.
  if (run.includes(BREAK)) return run;
  segmenter ??= new Intl.Segmenter('km', { granularity: 'word' });
  const cut = [...segmenter.segment(run)].reduce((text, { segment }) => {
    const joins = text === '' || BOUND.test(segment) || /[\u17d2\u2060]$/.test(text);
    return joins ? text + segment : text + BREAK + segment;
  }, '');
  return WHOLE.reduce((text, word) => text.replace(new RegExp([...word].join(`${BREAK}?`), 'g'), word), cut);
}

/**
 * A text with U+200B between its Khmer words, so that a wide line breaks where a reader would break it. For showing
 * only, never for what is stored. A run of letters in which an author typed a break stays as it was typed.
 */
export function withWordBreaks(text: string): string {
  return text.replace(RUN, broken);
}
