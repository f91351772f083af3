import '../../ui/staff.css';
import '../../ui/author.css';
import { type ReactNode, useContext, useEffect } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { currentSession, type Me, refreshSession, useSession } from '../../auth/session.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { SiteLanguages } from '../../i18n/site.ts';
import { documentTitle } from '../document-title.ts';
import { Say } from '../staff/say.tsx';
import { StaffFrame } from '../staff/staff-frame.tsx';
import { DocumentScreen } from './document-screen.tsx';
import { PublishScreen } from './publish-screen.tsx';
import { TreeScreen } from './tree-screen.tsx';

function Screens({ me }: { me: Me }): ReactNode {
  const { t } = useAuthorWords();
  const languages = useContext(SiteLanguages);
  if (!me.can.includes('curriculum.read'))
    return (
      <Say title={t('author.notAllowedTitle')} text={t('author.notAllowed')}>
        <a className="btn" href="/learn">
          {t('author.lessons')}
        </a>
      </Say>
    );
  return (
    <Routes>
      <Route index element={<TreeScreen me={me} />} />
      <Route path="publish/:id" element={<PublishScreen me={me} languages={languages} />} />
      <Route path=":id" element={<DocumentScreen me={me} languages={languages} />} />
      <Route path="*" element={<Navigate to="/author" replace />} />
    </Routes>
  );
}

/** The authors' side: the curriculum as a tree, each document side by side, publishing. */
export default function AuthorApp(): ReactNode {
  const { lang, t } = useAuthorWords();
  const { status, me } = useSession();
  useEffect(() => {
    document.title = documentTitle(lang);
  }, [lang]);
  useEffect(() => {
    if (currentSession().status === 'unknown') void refreshSession();
  }, []);
  if (status === 'visitor') return <Navigate to="/sign-in" replace />;
  return <StaffFrame me={me}>{me ? <Screens me={me} /> : <p className="staff-wait" role="status">{t('state.loading')}</p>}</StaffFrame>;
}
