import type { ReactNode } from 'react';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { SELF } from '@seek-justice/domain/curriculum/authoring/translation.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { Link } from '../../../ui/router.tsx';

/** The way to a text in the editor: its document's title, and the field. */
export function PlaceLink({ draft, thing, path, titles }: { draft: string; thing: string; path: readonly string[]; titles: Record<string, LocalizedText> }): ReactNode {
  const { t, say, lang } = useAuthorWords();
  const field = path.findLast((step) => say(`field.${step}`) !== `field.${step}`);
  const words = [textIn(titles[draft] ?? {}, lang) || t('tree.untitled'), ...(field ? [say(`field.${field}`)] : [])].join(' · ');
  return <Link to={`/author/${draft}${thing === SELF ? '' : `#thing-${thing}`}`}>{words}</Link>;
}
