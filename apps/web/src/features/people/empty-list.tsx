import type { ReactNode } from 'react';
import { Link } from '../../ui/router.tsx';
import { OfficeIcon } from './office-icon.tsx';
import { useStaffWords } from './words.ts';

/** Nobody was found: either nobody fits the sentence, or nobody has been added yet. */
export function EmptyList({ first, mayWrite, showAll }: { first: boolean; mayWrite: boolean; showAll: () => void }): ReactNode {
  const { t } = useStaffWords();
  return (
    <div className="say">
      <OfficeIcon name={first ? 'people' : 'search'} />
      <div>
        <h2>{t(first ? 'list.firstTitle' : 'list.emptyTitle')}</h2>
        <p>{t(first ? 'list.firstText' : 'list.emptyText')}</p>
        {first && mayWrite && (
          <Link className="btn" to="/staff/add">
            <OfficeIcon name="add" /> {t('staff.add')}
          </Link>
        )}
        {!first && (
          <button type="button" className="quiet" onClick={showAll}>
            {t('list.showAll')}
          </button>
        )}
      </div>
    </div>
  );
}
