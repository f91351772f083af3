import { lazy, type ReactNode, Suspense } from 'react';
import { IN_APP } from '../local/in-app.ts';
import { useMounted } from '../ui/use-mounted.ts';

const Strip = lazy(() => import('./late/open-outside.tsx').catch(() => ({ default: () => null })));

/** Inside another app: the way out to a browser that keeps what is done. Everywhere else nothing. */
export function Outside(): ReactNode {
  const mounted = useMounted();
  return (
    IN_APP &&
    mounted && (
      <Suspense fallback={null}>
        <Strip />
      </Suspense>
    )
  );
}
