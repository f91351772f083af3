import type { useAuthorWords } from '../../../i18n/author-words.ts';

const MB = 1024 * 1024;

/** How many bytes something takes, in words. */
export function sizeIn({ t, n, lang }: Pick<ReturnType<typeof useAuthorWords>, 't' | 'n' | 'lang'>, bytes: number): string {
  if (bytes < MB) return t('media.kb', { n: bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1024)) });
  const tenths = n((bytes / MB).toFixed(1));
  return t('media.mb', { n: lang === 'km' ? tenths.replace('.', ',') : tenths });
}
