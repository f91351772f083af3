import { lazy, type ReactNode, Suspense } from 'react';
import { useWords } from '../../i18n/words.ts';
import { NeedsNetwork } from '../needs-network.tsx';

const StaffApp = lazy(() => import('./staff-app.tsx').catch(() => ({ default: NeedsNetwork })));

/** The staff side, loaded when somebody opens it: none of it is in the learner's first load. */
export function LateStaff(): ReactNode {
  const { t } = useWords();
  return (
    <Suspense
      fallback={
        <main className="state">
          <p role="status">{t('state.loading')}</p>
        </main>
      }
    >
      <StaffApp />
    </Suspense>
  );
}
