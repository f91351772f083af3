import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { dayIn, dayWords } from '../day-words.ts';
import { QrCode } from '../../../ui/qr-code.tsx';
import { inLanguage, useSiteData } from '../site-data.tsx';
import { useStaffWords } from '../words.ts';
import { cohortGroups, joinAddress, typedJoinAddress } from './cohort-code.ts';
import type { Cohort } from './use-cohorts.ts';

const STEPS = ['cohort.step1', 'cohort.step2', 'cohort.step3'] as const;

/**
 * The sheet for the wall of the hall, in one language: the code from afar, the square from near, three steps. It names
 * no subject. It stands in the place of the screen while it is printed.
 */
export function CohortSheet({ cohort, lang }: { cohort: Cohort; lang: string }): ReactNode {
  const { say } = useStaffWords();
  const { timeZone, provinces } = useSiteData();
  const t = say(lang);
  const province = provinces.find(({ id }) => id === cohort.province);
  const date = dayWords(lang, dayIn(timeZone));
  useEffect(() => {
    document.documentElement.classList.add('prints-cards');
    return () => document.documentElement.classList.remove('prints-cards');
  }, []);
  return createPortal(
    <div className="sheets" lang={lang}>
      <section className="sheet cohort-sheet">
        <h1>{t('cohort.sheetTitle')}</h1>
        <p className="sheet-group">
          {cohort.name}
          {province && ` · ${inLanguage(province.name, lang)}`}
        </p>
        <div className="sheet-join">
          <QrCode text={joinAddress(location.origin, cohort.code)} label={t('cohort.qr')} />
          <p className="sheet-code">
            <span>{t('cohort.code')}</span>
            <b>{cohortGroups(cohort.code)}</b>
          </p>
        </div>
        <ol className="sheet-steps">
          {STEPS.map((step) => (
            <li key={step}>{t(step, { address: typedJoinAddress(location.origin) })}</li>
          ))}
        </ol>
        <p className="sheet-offline">{t('cohort.offline')}</p>
        <footer>
          <span>{t('cohort.sheet', { date })}</span>
          <span>{t('cohort.sheetKeep')}</span>
          <span>{t('card.page', { n: 1, of: 1 })}</span>
        </footer>
      </section>
    </div>,
    document.body,
  );
}
