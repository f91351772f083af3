import { searchKey } from '@seek-justice/domain/language/search-key.ts';
import { spellingsOf } from '@seek-justice/domain/language/variants.ts';

/** Whether what somebody wrote holds some words, in whatever spelling and form of letters (language.md). */
export function saysIt(written: string, words: string): boolean {
  const said = searchKey(written);
  return spellingsOf(searchKey(words)).some((key) => key !== '' && said.includes(key));
}
