import type { ReactNode } from 'react';
import { showReference } from '@seek-justice/domain/curriculum/reference.ts';
import { ownName } from '../../i18n/languages.ts';
import { useSiteLanguages } from '../../i18n/site.ts';
import { useWords } from '../../i18n/words.ts';

const PLAN = ['Psalm 23:1-6', 'Matthew 6:25-34', 'Proverbs 3:1-12', 'John 15:1-11', 'Psalm 121:1-8', 'Luke 15:1-7', 'Romans 12:9-18'];

/** Where the quick exit leads: a week of Bible readings, references alone. No script, no frame, no way back that tells. */
export function ReadingPlan(): ReactNode {
  const { t, n, lang } = useWords();
  return (
    <main className="plan">
      <h1>{t('reading.title')}</h1>
      <p className="small">{t('reading.lead')}</p>
      <ol>
        {PLAN.map((reference, index) => (
          <li key={reference}>
            <span className="small">{t('reading.day', { n: index + 1 })}</span> <b>{showReference(reference, lang, n)}</b>
          </li>
        ))}
      </ol>
      <p>{t('reading.close')}</p>
      <p className="small">
        {useSiteLanguages()
          .filter((other) => other !== lang)
          .map((other) => (
            <a key={other} href={`?lang=${other}`} lang={other}>
              {ownName(other)}
            </a>
          ))}
      </p>
    </main>
  );
}
