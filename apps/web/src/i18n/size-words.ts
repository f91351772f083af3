import type { useLateWords } from './late-words.ts';

const MB = 1024 * 1024;

/** How many bytes something takes, in the words in which readers pay for them. */
export function sizeWords({ t, n, lang }: ReturnType<typeof useLateWords>, bytes: number): string {
  if (bytes < MB) return t('sound.kb', { n: Math.max(1, Math.round(bytes / 1024)) });
  const tenths = n((bytes / MB).toFixed(1));
  return t('sound.mb', { n: lang === 'km' ? tenths.replace('.', ',') : tenths });
}
