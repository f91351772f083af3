import { type ReactNode, useState } from 'react';
import { call } from '../../../local/api.ts';
import { dayIn, dayWords } from '../day-words.ts';
import { OfficeIcon } from '../office-icon.tsx';
import { inLanguage, useSiteData } from '../site-data.tsx';
import { type StaffKey, useStaffWords } from '../words.ts';
import { cohortGroups } from './cohort-code.ts';
import { PrintCohort } from './print-cohort.tsx';
import type { Cohort } from './use-cohorts.ts';

interface Props {
  cohort: Cohort;
  mayWrite: boolean;
  /** Just made: opened, with the code in sight. */
  fresh: boolean;
  onChange: (changed: Cohort) => void;
}

/** Closes a cohort and opens it again; either can be taken back at once, so nothing is asked first. */
function CloseButton({ cohort, onChange }: Pick<Props, 'cohort' | 'onChange'>): ReactNode {
  const { t } = useStaffWords();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ words: StaffKey; failed: boolean } | null>(null);
  const change = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const answer = await call<Cohort>('POST', `/api/cohorts/${cohort.id}/close`, { closed: !cohort.closed });
    setBusy(false);
    if (answer.ok) onChange(answer.body);
    setSaid(answer.ok ? { words: answer.body.closed ? 'cohort.nowClosed' : 'cohort.nowOpen', failed: false } : { words: answer.status === 401 ? 'failed.signInText' : 'cohort.notChanged', failed: true });
  };
  return (
    <>
      <button type="button" className="quiet" aria-disabled={busy} onClick={() => void change()}>
        {t(cohort.closed ? 'cohort.open' : 'cohort.close')}
      </button>
      <p className={said?.failed ? 'cohort-said trouble-line' : 'cohort-said'} role="status">
        {said && t(said.words)}
      </p>
    </>
  );
}

/** One cohort: a line that opens in place, to print its sheet and to close it. */
export function CohortRow({ cohort, mayWrite, fresh, onChange }: Props): ReactNode {
  const { t, lang } = useStaffWords();
  const { provinces, timeZone } = useSiteData();
  const [open, setOpen] = useState(fresh);
  const province = provinces.find(({ id }) => id === cohort.province);
  const panel = `cohort-${cohort.id}`;
  return (
    <li className={open ? 'cohort opened' : 'cohort'}>
      <div className="cohort-line">
        <button type="button" className="row-open" aria-expanded={open} aria-controls={open ? panel : undefined} onClick={() => setOpen(!open)}>
          <OfficeIcon name="open" />
          <span>{cohort.name}</span>
        </button>
        <span className="cohort-place">
          {province && `${inLanguage(province.name, lang)} · `}
          {t('cohort.madeOn', { day: dayWords(lang, cohort.madeOn, dayIn(timeZone)) })}
        </span>
        <span className="cohort-code">
          <span className="sr">{t('cohort.code')} </span>
          {cohortGroups(cohort.code)}
        </span>
        <span className="cohort-joined">{t('cohort.joined', { count: cohort.joined })}</span>
        <span className={cohort.closed ? 'account-mark none' : 'account-mark active'}>
          {!cohort.closed && <i aria-hidden="true" />}
          {t(cohort.closed ? 'cohort.closed' : 'cohort.isOpen')}
        </span>
      </div>
      {open && (
        <div className="panel" id={panel}>
          <p>{t(cohort.closed ? 'cohort.closedText' : 'cohort.openText', { code: cohortGroups(cohort.code) })}</p>
          <div className="do">
            {!cohort.closed && <PrintCohort cohort={cohort} />}
            {mayWrite && <CloseButton cohort={cohort} onChange={onChange} />}
          </div>
        </div>
      )}
    </li>
  );
}
