import { keyedText } from '@seek-justice/domain/language/keyed-text.ts';

/** Runs of one script: between scripts there is always an edge, which the segmenter does not always see. */
const RUNS = /[\u1780-\u17dd]+|[\p{L}\p{M}\p{N}]+?(?=[\u1780-\u17dd]|[^\p{L}\p{M}\p{N}]|$)/gu;
const KHMER = /^[\u1780-\u17dd]/;
const MOST_KNOWN = 5_000;

const segmenters = new Map<string, Intl.Segmenter>();
/** Words of runs by the run: cutting takes 18 µs a letter, and phrases come again. */
const known = new Map<string, string[]>();

function cut(run: string, lang: string): string[] {
  const found = known.get(run);
  if (found) return found;
  let segmenter = segmenters.get(lang);
  if (!segmenter) segmenters.set(lang, (segmenter = new Intl.Segmenter(lang, { granularity: 'word' })));
  const words = [...segmenter.segment(run)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => keyedText(segment).key);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(run, words);
  return words;
}

/** The keys of a text's words, for ranking: as a dictionary cuts Khmer, and what stands between spaces. */
export function wordsOf(text: string, lang: string): Set<string> {
  const words = new Set<string>();
  for (const [run] of text.matchAll(RUNS)) {
    words.add(keyedText(run).key);
    if (KHMER.test(run)) for (const word of cut(run, lang)) words.add(word);
  }
  return words;
}
