import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';

/** Where to go with a concern about our own people; no name is known yet, and it says so. */
export function OwnPeople(): ReactNode {
  const { t } = useWords();
  return (
    <section className="own" aria-labelledby="own">
      <h2 id="own">{t('help.own')}</h2>
      <p>{t('help.ownText')}</p>
      <p className="small draft">{t('help.ownBlank')}</p>
    </section>
  );
}
