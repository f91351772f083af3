import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { searchKey } from '@seek-justice/domain/language/search-key.ts';
import type { SourceEntry } from './source-store.ts';

/** Sources of which title (in any language), publisher or place hold every word that was typed, in either spelling of Khmer. */
export function findSources(entries: readonly SourceEntry[], typed: string): SourceEntry[] {
  const words = searchKey(typed).split(' ').filter(Boolean);
  return entries.filter(({ source }) => {
    const key = searchKey([...Object.values(source.title), source.publisher ?? '', source.where ?? ''].join(' '));
    return words.every((word) => key.includes(word));
  });
}

/** A source in one line: its title in the reader's language, and who published it. */
export function sourceName({ source }: Pick<SourceEntry, 'source'>, lang: string): string {
  return [textIn(source.title, lang), source.publisher].filter(Boolean).join(' · ');
}
