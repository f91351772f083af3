import { type ReactNode, useEffect } from 'react';
import { Link, Navigate, NavLink, Route, Routes, useNavigate } from 'react-router';
import { refreshSession, signOut, useSession } from '../../auth/session.ts';
import { LanguageSwitch } from '../../i18n/language-switch.tsx';
import { documentTitle } from '../document-title.ts';
import { useStaffWords } from './words.ts';

function Header(): ReactNode {
  const { t } = useStaffWords();
  const navigate = useNavigate();
  const out = async (): Promise<void> => {
    if (await signOut()) await navigate('/', { replace: true });
  };
  return (
    <header className="bar">
      <div className="inner wide">
        <b>{t('staff.name')}</b>
        <nav className="staff-nav">
          <NavLink to="/staff/people">{t('staff.people')}</NavLink>
          <Link to="/learn">{t('staff.lessons')}</Link>
          <button type="button" className="plain" onClick={() => void out()}>
            {t('staff.signOut')}
          </button>
        </nav>
        <LanguageSwitch />
      </div>
    </header>
  );
}

/** The staff side: its header, and below it the screens of features/people. */
export default function StaffApp(): ReactNode {
  const { t, ready, lang } = useStaffWords();
  const { status, me } = useSession();
  useEffect(() => {
    document.title = documentTitle(lang);
    if (status === 'unknown') void refreshSession();
  }, [lang, status]);
  if (status === 'visitor') return <Navigate to="/sign-in" replace />;
  if (!ready || !me) return null;
  return (
    <>
      <Header />
      <main id="main" className="staff">
        {me.can.includes('people.read') ? (
          <Routes>
            <Route path="*" element={<p>{t('staff.begin')}</p>} />
          </Routes>
        ) : (
          <p>{t('staff.notAllowed')}</p>
        )}
      </main>
    </>
  );
}
