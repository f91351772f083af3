import { type ReactNode, useState } from 'react';
import { Link, useAddress } from '../../ui/router.tsx';
import { type Me, signOut } from '../../auth/session.ts';
import { OfficeIcon } from '../../features/people/office-icon.tsx';
import { useStaffWords } from '../../features/people/words.ts';
import { LanguageSwitch } from '../../i18n/language-switch.tsx';
import { Icon } from '../../ui/icon.tsx';

function SignOut(): ReactNode {
  const { t } = useStaffWords();
  const [failed, setFailed] = useState(false);
  // When it succeeds, the front is loaded anew and nothing of this side stays in memory.
  const out = async (): Promise<void> => setFailed(!(await signOut()));
  return (
    <>
      <button type="button" className="plain" onClick={() => void out()}>
        {t('staff.signOut')}
      </button>
      {failed && (
        <p className="out-failed" role="alert">
          {t('staff.signOutFailed')}
        </p>
      )}
    </>
  );
}

/** A link to one of the screens, marked on that screen. */
function NavLink({ to, children }: { to: string; children: ReactNode }): ReactNode {
  const here = useAddress().pathname === to;
  return (
    <Link to={to} className={here ? 'active' : undefined} aria-current={here ? 'page' : undefined}>
      {children}
    </Link>
  );
}

/** The frame of every staff page: a neutral name, the screens, help numbers, language, the way out. */
export function StaffFrame({ me, children }: { me: Me | null; children: ReactNode }): ReactNode {
  const { t } = useStaffWords();
  return (
    <div className="office">
      <a className="skip" href="#main">
        {t('staff.skip')}
      </a>
      <header className="office-bar">
        <b className="office-name">{t('staff.name')}</b>
        <nav className="office-nav" aria-label={t('staff.menu')}>
          {me?.can.includes('people.read') && (
            <NavLink to="/staff">
              <OfficeIcon name="people" /> {t('staff.people')}
            </NavLink>
          )}
          {me?.can.includes('people.read') && (
            <NavLink to="/staff/cohorts">
              <OfficeIcon name="group" /> {t('staff.groups')}
            </NavLink>
          )}
          {me?.can.includes('people.read') && (
            <NavLink to="/staff/contacts">
              <Icon name="phone" /> {t('staff.numbers')}
            </NavLink>
          )}
          {me?.can.includes('people.write') && (
            <NavLink to="/staff/add">
              <OfficeIcon name="add" /> {t('staff.add')}
            </NavLink>
          )}
          {me?.can.includes('curriculum.read') && (
            <NavLink to="/author">
              <OfficeIcon name="book" /> {t('staff.curriculum')}
            </NavLink>
          )}
        </nav>
        <div className="office-end">
          <Link to="/help-now">
            <Icon name="phone" /> <span className="long-word">{t('staff.help')}</span>
            <span className="short-word">{t('staff.helpShort')}</span>
          </Link>
          {me && <SignOut />}
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" className="staff">
        {children}
      </main>
    </div>
  );
}
