import { lazy, type ReactNode, Suspense } from 'react';
import { useWords } from '../../i18n/words.ts';
import { NeedsNetwork } from '../needs-network.tsx';

const LateApp = lazy(() => import('./late-app.tsx').catch(() => ({ default: NeedsNetwork })));

/** The learner's screens that are seldom opened, loaded when somebody does: none of them is in the first load. */
export function LateScreens(): ReactNode {
  const { t } = useWords();
  return (
    <Suspense
      fallback={
        <main className="state">
          <p role="status">{t('state.loading')}</p>
        </main>
      }
    >
      <LateApp />
    </Suspense>
  );
}
