import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../ui/icon.tsx';

/** A warm closing, when nothing is left to do. */
export function AllDone(): ReactNode {
  const { t } = useWords();
  return (
    <section className="go-on all-done">
      <p className="label">
        <Icon name="check" /> {t('learn.done')}
      </p>
      <h2>{t('learn.allDone')}</h2>
      <p>{t('learn.allDoneText')}</p>
      <p className="small">{t('learn.allDoneMore')}</p>
    </section>
  );
}
