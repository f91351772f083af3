import type { ReactNode } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { TakeOut } from './take-out.tsx';

/** A whole course as one file for another office. */
export function OtherOffice({ id }: { id: string }): ReactNode {
  const { t } = useAuthorWords();
  return (
    <section className="exchange-part">
      <h2>{t('exchange.office')}</h2>
      <p>{t('exchange.officeAbout')}</p>
      <TakeOut path={`/api/drafts/${id}/package?of=published`}>{t('exchange.officePublished')}</TakeOut>
      <TakeOut path={`/api/drafts/${id}/package?of=now`}>{t('exchange.officeNow')}</TakeOut>
    </section>
  );
}
