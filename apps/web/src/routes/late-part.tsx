import { type ReactNode, Suspense } from 'react';
import { useWords } from '../i18n/words.ts';

/** A part of the app that comes when somebody opens it; until then it says so. */
export function LatePart({ children }: { children: ReactNode }): ReactNode {
  const { t } = useWords();
  return (
    <Suspense
      fallback={
        <main className="state">
          <p role="status">{t('state.loading')}</p>
        </main>
      }
    >
      {children}
    </Suspense>
  );
}
