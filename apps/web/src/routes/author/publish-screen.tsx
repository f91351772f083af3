import type { ReactNode } from 'react';
import type { Me } from '../../auth/session.ts';
import { PublishPanel } from '../../features/authoring/publish-panel.tsx';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { Link } from '../../ui/router.tsx';

/** Publishing a course. */
export function PublishScreen({ id, me, languages }: { id: string; me: Me; languages: readonly string[] }): ReactNode {
  const { t } = useAuthorWords();
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
