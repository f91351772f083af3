/**
 * The language to answer in: an explicit wish, else the cookie's, else the best of Accept-Language, else the
 * site's first. Anything that the site does not have is passed over.
 */
export function negotiateLanguage(
  site: readonly string[],
  wishes: { query?: string | undefined; cookie?: string | undefined; accept?: string | undefined },
): string {
  for (const wish of [wishes.query, wishes.cookie]) if (wish && site.includes(wish)) return wish;
  const ranked = (wishes.accept ?? '')
    .split(',')
    .map((part, index) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const quality = params.find((param) => param.trim().startsWith('q='));
      const q = quality ? Number(quality.trim().slice(2)) : 1;
      return { tag: tag.split('-')[0] ?? '', q: Number.isFinite(q) ? q : 0, index };
    })
    .filter(({ tag, q }) => q > 0 && site.includes(tag))
    .sort((a, b) => b.q - a.q || a.index - b.index);
  return ranked[0]?.tag ?? site[0] ?? 'en';
}
