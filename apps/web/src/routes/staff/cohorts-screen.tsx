import type { ReactNode } from 'react';
import type { Me } from '../../auth/session.ts';
import { CohortsView } from '../../features/people/cohorts/cohorts-view.tsx';
import { useStaffWords } from '../../features/people/words.ts';

/** Groups whose code people join with. */
export function CohortsScreen({ me }: { me: Me }): ReactNode {
  const { t } = useStaffWords();
  return (
    <div className="cohorts-screen">
      <h1 tabIndex={-1}>{t('cohort.title')}</h1>
      <CohortsView scope={me.scope.provinces} mayWrite={me.can.includes('people.write')} />
    </div>
  );
}
