import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Me } from '../../auth/session.ts';
import { OfficeIcon } from '../../features/people/office-icon.tsx';
import { PeopleListView } from '../../features/people/people-list.tsx';
import { useStaffWords } from '../../features/people/words.ts';

/** Who is here, and what they have completed. */
export function PeopleScreen({ me }: { me: Me }): ReactNode {
  const { t } = useStaffWords();
  const mayWrite = me.can.includes('people.write');
  return (
    <>
      <div className="head">
        <h1 tabIndex={-1}>{t('list.title')}</h1>
        {mayWrite && (
          <Link className="btn" to="/staff/add">
            <OfficeIcon name="add" /> {t('staff.add')}
          </Link>
        )}
      </div>
      <PeopleListView scope={me.scope.provinces} mayWrite={mayWrite} />
    </>
  );
}
