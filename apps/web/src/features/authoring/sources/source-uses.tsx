import type { ReactNode } from 'react';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { Link } from '../../../ui/router.tsx';
import type { SourceEntry } from './source-store.ts';

/** Which blocks lean on a source, each with the way to it. */
export function SourceUses({ entry }: { entry: SourceEntry }): ReactNode {
  const { t, say, lang, n } = useAuthorWords();
  const { usedBy } = entry;
  if (usedBy.length === 0) return <p className="faint">{t('source.unused')}</p>;
  return (
    <details className="src-uses">
      <summary>{t('source.uses', { count: n(usedBy.length) })}</summary>
      <ul>
        {usedBy.map(({ draft, title, thing, type }) => (
          <li key={`${draft} ${thing}`}>
            <Link to={`/author/${draft}#thing-${thing}.sources`}>
              {textIn(title, lang) || t('tree.untitled')} · {say(`block.${type}`)}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
