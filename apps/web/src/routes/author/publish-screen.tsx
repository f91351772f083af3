import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { Me } from '../../auth/session.ts';
import { PublishPanel } from '../../features/authoring/publish-panel.tsx';
import { useAuthorWords } from '../../i18n/author-words.ts';

/** Publishing a course. */
export function PublishScreen({ me, languages }: { me: Me; languages: readonly string[] }): ReactNode {
  const { t } = useAuthorWords();
  const { id = '' } = useParams();
  return (
    <div className="author-screen">
      <p className="way-back">
        <Link to="/author">{t('tree.title')}</Link>
      </p>
      <h1 tabIndex={-1}>{t('publish.title')}</h1>
      {me.can.includes('curriculum.publish') ? <PublishPanel course={id} languages={languages} /> : <p>{t('author.notAllowed')}</p>}
    </div>
  );
}
