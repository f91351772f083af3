import type { ReactNode } from 'react';
import type { Me } from '../../auth/session.ts';
import { PeopleListView } from '../../features/people/people-list.tsx';
import { useStaffWords } from '../../features/people/words.ts';

/** Who is here, and what they have completed. */
export function PeopleScreen({ me }: { me: Me }): ReactNode {
  const { t } = useStaffWords();
  return (
    <div className="people-screen">
      <h1 tabIndex={-1}>{t('list.title')}</h1>
      <PeopleListView scope={me.scope.provinces} mayWrite={me.can.includes('people.write')} />
    </div>
  );
}
