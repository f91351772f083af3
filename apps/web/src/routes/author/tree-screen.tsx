import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Me } from '../../auth/session.ts';
import type { Tree } from '../../features/authoring/api.ts';
import { CurriculumTree } from '../../features/authoring/tree.tsx';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { call } from '../../local/api.ts';
import { Link, useNavigate } from '../../ui/router.tsx';
import { mayBring } from './bring-screen.tsx';

/** The curriculum, and what is still to be done in it. */
export function TreeScreen({ me }: { me: Me }): ReactNode {
  const { t } = useAuthorWords();
  const navigate = useNavigate();
  const [tree, setTree] = useState<Tree | null>(null);
  const [trouble, setTrouble] = useState('');
  const look = useCallback(() => {
    setTrouble('');
    void call<Tree>('GET', '/api/drafts').then((answer) => (answer.ok ? setTree(answer.body) : setTrouble(answer.problem?.title ?? t('state.offline'))));
    // The words of a language that is chosen later need no new answer.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(look, [look]);
  return (
    <div className="author-screen">
      <h1 tabIndex={-1}>{t('tree.title')}</h1>
      <p className="way-back">
        <Link to="/author/sources">{t('source.title')}</Link>
        <Link to="/author/glossary">{t('glossary.title')}</Link>
        {mayBring(me) && <Link to="/author/bring">{t('package.title')}</Link>}
      </p>
      {trouble && (
        <p role="alert">
          {trouble}{' '}
          <button type="button" className="plain" onClick={look}>
            {t('state.again')}
          </button>
        </p>
      )}
      {!tree && !trouble && <p role="status">{t('state.loading')}</p>}
      {tree && (
        <CurriculumTree tree={tree} mayWrite={me.can.includes('curriculum.write')} mayPublish={me.can.includes('curriculum.publish')} onBegun={(id) => navigate(`/author/${id}`)} />
      )}
    </div>
  );
}
