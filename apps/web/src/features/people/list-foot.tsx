import type { ReactNode } from 'react';
import { OfficeIcon } from './office-icon.tsx';
import type { PeopleList } from './use-people-list.ts';
import { useStaffWords } from './words.ts';

/** Below the rows: how many are shown, and the way to more of them. */
export function ListFoot({ list, showMore }: { list: PeopleList; showMore: () => void }): ReactNode {
  const { t } = useStaffWords();
  const n = list.people.length;
  if (n === 0) return null;
  const shown = list.cursor === null ? t('list.shownAll', { n }) : list.total === null ? t('list.shownMany', { n }) : t('list.shown', { n, of: list.total });
  return (
    <div className="list-foot">
      <p role="status">{list.more === 'loading' ? t('list.moreBusy') : shown}</p>
      {list.more === 'failed' && (
        <p className="more-failed" role="alert">
          <OfficeIcon name="look" /> {t('list.moreFailed')}
        </p>
      )}
      {list.cursor !== null && (
        <button type="button" className="quiet" aria-disabled={list.more === 'loading'} onClick={showMore}>
          {t(list.more === 'failed' ? 'staff.again' : 'list.more')}
        </button>
      )}
    </div>
  );
}
