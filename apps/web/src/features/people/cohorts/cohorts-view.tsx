import { type ReactNode, useRef, useState } from 'react';
import { Failure } from '../failure.tsx';
import { OfficeIcon } from '../office-icon.tsx';
import { Skeleton } from '../skeleton.tsx';
import { useSiteData } from '../site-data.tsx';
import { useStaffWords } from '../words.ts';
import { CohortForm } from './cohort-form.tsx';
import { CohortRow } from './cohort-row.tsx';
import { type Cohort, useCohorts } from './use-cohorts.ts';

/** The cohorts of a coordinator's provinces: making one, its code, who joined, closing. */
export function CohortsView({ scope, mayWrite }: { scope: readonly string[] | null; mayWrite: boolean }): ReactNode {
  const { t } = useStaffWords();
  const site = useSiteData();
  const list = useCohorts();
  const [making, setMaking] = useState(false);
  const [fresh, setFresh] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setMaking(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const made = (one: Cohort): void => {
    setFresh(one.id);
    list.put(one);
    setMaking(false);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.cohort .row-open')?.focus());
  };
  const failed = list.phase === 'failed' ? list.status : site.state === 'failed' ? site.status : null;
  const ready = failed === null && list.phase === 'ready' && site.state === 'ready';
  return (
    <>
      <p className="add-lead">{t('cohort.lead')}</p>
      {mayWrite && ready && (
        <div className="cohort-new">
          {making ? (
            <CohortForm scope={scope} onMade={made} onClose={close} />
          ) : (
            <button type="button" ref={opener} onClick={() => setMaking(true)}>
              <OfficeIcon name="add" /> {t('cohort.make')}
            </button>
          )}
        </div>
      )}
      {failed !== null && (
        <Failure
          status={failed}
          again={() => {
            if (site.state === 'failed') site.again();
            list.again();
          }}
        />
      )}
      {failed === null && !ready && <Skeleton />}
      {ready && list.cohorts.length === 0 && !making && (
        <div className="say">
          <OfficeIcon name="people" />
          <div>
            <h2>{t('cohort.emptyTitle')}</h2>
            <p>{t('cohort.emptyText')}</p>
          </div>
        </div>
      )}
      {ready && list.cohorts.length > 0 && (
        <ul className="cohorts">
          {list.cohorts.map((one) => (
            <CohortRow key={one.id} cohort={one} mayWrite={mayWrite} fresh={one.id === fresh} onChange={list.put} />
          ))}
        </ul>
      )}
      {ready && list.more !== 'none' && (
        <div className="list-foot">
          <p className="more-failed" role="alert">
            {list.more === 'failed' && t('cohort.moreFailed')}
          </p>
          <button type="button" className="quiet" aria-disabled={list.more === 'loading'} onClick={list.showMore}>
            {t(list.more === 'failed' ? 'staff.again' : 'list.more')}
          </button>
        </div>
      )}
    </>
  );
}
