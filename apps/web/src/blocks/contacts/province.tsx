import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';

/** The provincial unit's number, which nobody knows yet: an honest blank line, to be filled in by hand. */
export function ProvinceBlank(): ReactNode {
  const { t } = useWords();
  return (
    <div className="contact blank">
      <p className="who">{t('contact.province')}</p>
      <p>{t('contact.provinceBlank')}</p>
      <p className="rule" aria-hidden="true" />
    </div>
  );
}
