import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { OfficeIcon } from '../office-icon.tsx';
import { isThisComputerAlone } from '../../../local/this-computer.ts';
import { useSiteData } from '../site-data.tsx';
import { useStaffWords } from '../words.ts';
import { CohortSheet } from './cohort-sheet.tsx';
import type { Cohort } from './use-cohorts.ts';

/** Prints a cohort's sheet, one button for each language of the site: the hall's, not the office's, counts. */
export function PrintCohort({ cohort }: { cohort: Cohort }): ReactNode {
  const { t, say } = useStaffWords();
  const { languages } = useSiteData();
  const [printing, setPrinting] = useState<string | null>(null);
  const print = (lang: string): void => {
    // The sheet must stand in the page before the browser's dialogue takes it over, and until it has closed.
    flushSync(() => setPrinting(lang));
    window.addEventListener('afterprint', () => setPrinting(null), { once: true });
    window.print();
  };
  return (
    <>
      {isThisComputerAlone() && <p className="this-computer">{t('cohort.thisComputer')}</p>}
      {languages.map((lang, index) => (
        <button key={lang} type="button" className={index > 0 ? 'quiet' : undefined} lang={lang} onClick={() => print(lang)}>
          <OfficeIcon name="print" /> {say(lang)('cohort.print')}
        </button>
      ))}
      {printing !== null && <CohortSheet cohort={cohort} lang={printing} />}
    </>
  );
}
