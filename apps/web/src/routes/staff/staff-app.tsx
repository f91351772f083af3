import '../../ui/staff.css';
import { type ReactNode, useEffect } from 'react';
import { Link, Redirect, useAddress } from '../../ui/router.tsx';
import { currentSession, type Me, onSession } from '../../auth/session.ts';
import { forgetFilter } from '../../features/people/filter.ts';
import { forgetMerged } from '../../features/people/merge/merged-now.ts';
import { forgetCards } from '../../features/people/session-cards.ts';
import { SiteDataProvider } from '../../features/people/site-data.tsx';
import { useStaffWords } from '../../features/people/words.ts';
import { AddScreen } from './add-screen.tsx';
import { CohortsScreen } from './cohorts-screen.tsx';
import { NumbersScreen } from './numbers-screen.tsx';
import { PeopleScreen } from './people-screen.tsx';
import { Say } from './say.tsx';
import { StaffFrame } from './staff-frame.tsx';
import { useOffice } from './use-office.ts';

function NotForYou(): ReactNode {
  const { t } = useStaffWords();
  return (
    <Say title={t('staff.notAllowedTitle')} text={t('staff.notAllowed')}>
      <Link className="btn" to="/learn">
        {t('staff.lessons')}
      </Link>
    </Say>
  );
}

function NotFound(): ReactNode {
  const { t } = useStaffWords();
  return (
    <Say title={t('staff.notFoundTitle')} text={t('staff.notFound')}>
      <Link className="btn" to="/staff">
        {t('staff.toPeople')}
      </Link>
    </Say>
  );
}

/** The screen that an address below /staff stands for. */
function ScreenAt({ pathname, me }: { pathname: string; me: Me }): ReactNode {
  switch (pathname) {
    case '/staff':
      return <PeopleScreen me={me} />;
    case '/staff/people':
      return <Redirect to="/staff" />;
    case '/staff/cohorts':
      return <CohortsScreen me={me} />;
    case '/staff/contacts':
      return <NumbersScreen me={me} />;
    case '/staff/add':
      return me.can.includes('people.write') ? <AddScreen me={me} /> : <Redirect to="/staff" />;
    default:
      return <NotFound />;
  }
}

function Screens({ me }: { me: Me }): ReactNode {
  const { pathname } = useAddress();
  // Authors and reviewers have an office of their own.
  if (!me.can.includes('people.read')) return me.can.includes('curriculum.read') ? <Redirect to="/author" /> : <NotForYou />;
  return (
    <SiteDataProvider>
      <ScreenAt pathname={pathname} me={me} />
    </SiteDataProvider>
  );
}

/** Whoever reads after a session has ended must find neither names nor codes of it. */
function forgetWithSession(): () => void {
  return onSession(() => {
    if (currentSession().status !== 'visitor') return;
    forgetCards();
    forgetFilter();
    forgetMerged();
  });
}

/** The staff side: who may see it, its header, and below it the coordinator's screens. */
export default function StaffApp(): ReactNode {
  const { lang, t } = useStaffWords();
  const { isVisitor, me } = useOffice(lang);
  useEffect(forgetWithSession, []);
  if (isVisitor) return <Redirect to="/sign-in" />;
  return (
    <StaffFrame me={me}>
      {me ? (
        <Screens me={me} />
      ) : (
        <p className="staff-wait" role="status">
          {t('staff.loading')}
        </p>
      )}
    </StaffFrame>
  );
}
