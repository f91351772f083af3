import type { ReactNode } from 'react';
import type { Me } from '../../auth/session.ts';
import { SourceList } from '../../features/authoring/sources/source-list.tsx';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { Link } from '../../ui/router.tsx';
import { today } from './today.ts';

/** What stands behind the words of the curriculum. */
export function SourcesScreen({ me, languages }: { me: Me; languages: readonly string[] }): ReactNode {
  const { t } = useAuthorWords();
  return (
    <div className="author-screen">
      <p className="way-back">
        <Link to="/author">{t('tree.title')}</Link>
      </p>
      <h1 tabIndex={-1}>{t('source.title')}</h1>
      <SourceList languages={languages} mayWrite={me.can.includes('curriculum.write')} today={today()} />
    </div>
  );
}
