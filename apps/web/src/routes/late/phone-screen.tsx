import '../../ui/late.css';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Link } from '../../ui/router.tsx';
import { useCourses } from '../../features/curriculum/courses.tsx';
import { CourseTexts } from '../../features/curriculum/course-texts.tsx';
import { useLateWords } from '../../i18n/late-words.ts';
import { IN_APP } from '../../local/in-app.ts';
import { offered } from '../../local/install.ts';
import { useStore } from '../../local/store.ts';
import { useRecords } from '../../records/status.ts';
import { ModuleSounds } from './module-sounds.tsx';
import { WaitingLine } from '../learn/waiting.tsx';
import { Screen } from '../screen.tsx';

const MB = 1024 * 1024;

/** How much of the phone all of it takes; null where the browser does not say. */
function useUsed(): [number | null, () => void] {
  const [used, setUsed] = useState<number | null>(null);
  const measure = useCallback(() => {
    const { storage } = navigator as Navigator & { storage?: StorageManager };
    storage?.estimate?.().then(
      ({ usage = 0 }) => setUsed(usage),
      () => undefined,
    );
  }, []);
  useEffect(measure, [measure]);
  return [used, measure];
}

/** What waits to be sent; in words also when nothing does. */
function Unsent(): ReactNode {
  const { t } = useLateWords();
  const { mine, others } = useRecords();
  const quiet = others === 0 && mine.every((entry) => entry.state === 'delivered');
  return (
    <section>
      <h2>{t('phone.unsent')}</h2>
      {quiet ? <p className="small">{t('phone.allSent')}</p> : <WaitingLine />}
      <p>
        <Link to="/carry">{t('carry.title')}</Link>
      </p>
    </section>
  );
}

/** The browser's offer of a place on the home screen, when it has made one. */
function HomeScreen(): ReactNode {
  const { t } = useLateWords();
  const offer = useStore(offered);
  if (!offer) return null;
  const put = async (): Promise<void> => {
    offered.set(null);
    await offer.prompt();
  };
  return (
    <section>
      <h2>{t('phone.home')}</h2>
      <p className="small">{t('phone.homeWhy')}</p>
      <button type="button" className="quiet" onClick={() => void put()}>
        {t('phone.homePut')}
      </button>
    </section>
  );
}

/** On this phone: what it holds, what that costs, what has not been sent; to fetch and to remove. */
export function PhoneScreen(): ReactNode {
  const { t, n, lang } = useLateWords();
  const { courses, state, refresh } = useCourses();
  const [used, measure] = useUsed();
  const open = courses.filter(({ manifest }) => manifest.audience === 'open');
  const none = open.length === 0;
  const tenths = n(((used ?? 0) / MB).toFixed(1));
  useEffect(() => {
    if (none && state === 'known') void refresh();
  }, [none, state, refresh]);
  return (
    <Screen kind="on-phone" back>
      <h1 tabIndex={-1}>{t('phone.title')}</h1>
      <p className="hint">{t(IN_APP ? 'phone.inApp' : 'phone.lead')}</p>
      {!IN_APP && open.map((course) => <CourseTexts key={course.manifest.id} course={course} onChange={measure} />)}
      {!IN_APP && open.map((course) => <ModuleSounds key={course.manifest.id} course={course} />)}
      <Unsent />
      {used !== null && (
        <section>
          <h2>{t('phone.used')}</h2>
          <p className="small">
            {used < MB ? t('phone.usedKb', { n: Math.ceil(used / 1024) }) : t('phone.usedMb', { n: lang === 'km' ? tenths.replace('.', ',') : tenths })} {t('phone.usedWhat')}
          </p>
        </section>
      )}
      <HomeScreen />
    </Screen>
  );
}
