import '../../ui/late.css';
import type { ReactNode } from 'react';
import { Link } from '../../ui/router.tsx';
import { useLateWords } from '../../i18n/late-words.ts';
import { forgetEviction } from '../../records/eviction.ts';
import { refreshStatus } from '../../records/status.ts';

/** Seldom said, and then plainly: the phone has emptied the store; answers that wait for long are better handed on. */
export default function PhoneNews({ lost, offer }: { lost: number; offer: boolean }): ReactNode {
  const { t } = useLateWords();
  const read = async (): Promise<void> => {
    await forgetEviction();
    await refreshStatus();
  };
  return (
    <>
      {lost > 0 && (
        <aside className="outside" aria-label={t('news.lost')}>
          <p>
            <b>{t('news.lost')}</b> {t('news.lostText', { count: lost })}
          </p>
          <button type="button" className="plain" onClick={() => void read()}>
            {t('news.read')}
          </button>
        </aside>
      )}
      {offer && (
        <aside className="outside" aria-label={t('news.carry')}>
          <p>
            <b>{t('news.carry')}</b> {t('news.carryText')}
          </p>
          <Link className="btn quiet" to="/carry">
            {t('news.carryGo')}
          </Link>
        </aside>
      )}
    </>
  );
}
