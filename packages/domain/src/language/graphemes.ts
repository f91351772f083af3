let segmenter: Intl.Segmenter | undefined;

/** How many characters a reader sees (grapheme clusters): "ស្ត្រី" is 1. */
export function countGraphemes(text: string): number {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}
