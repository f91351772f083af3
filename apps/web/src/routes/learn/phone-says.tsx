import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { Link } from '../../ui/router.tsx';
import type { Profile } from '../../local/database.ts';
import { useWords } from '../../i18n/words.ts';
import { useRecords } from '../../records/status.ts';
import { Mark } from '../../ui/mark.tsx';

const LONG_MS = 3 * 86_400_000;
const LITTLE = 0.1;

const News = lazy(() => import('../late/phone-news.tsx').catch(() => ({ default: () => null })));

/** Whether less than a tenth of what the browser may keep is left. */
function useLittleRoom(asked: boolean): boolean {
  const [little, setLittle] = useState(false);
  useEffect(() => {
    const { storage } = navigator as Navigator & { storage?: StorageManager };
    if (asked)
      storage?.estimate?.().then(
        ({ usage = 0, quota = 0 }) => setLittle(quota > 0 && quota - usage < quota * LITTLE),
        () => undefined,
      );
  }, [asked]);
  return little;
}

/** What the phone has to say at the top of the map, which is seldom: whose digits it wants, what it lost, what is better handed on. */
export function PhoneSays({ locked }: { locked: Profile | undefined }): ReactNode {
  const { t } = useWords();
  const { oldest, full, lost, now } = useRecords();
  const little = useLittleRoom(oldest !== null);
  const offer = oldest !== null && (little || full || now - oldest > LONG_MS);
  return (
    <>
      {locked && (
        <section className="go-on your-digits" aria-labelledby="your-digits">
          <h2 id="your-digits">
            <Mark number={locked.number} /> {t('readers.locked')}
          </h2>
          <p className="small">{t('readers.lockedWhy')}</p>
          <Link className="btn" to="/sign-in">
            {t('readers.enter')}
          </Link>
        </section>
      )}
      {(lost > 0 || offer) && (
        <Suspense fallback={null}>
          <News lost={lost} offer={offer} />
        </Suspense>
      )}
    </>
  );
}
