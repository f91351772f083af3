import { lazy, type ReactNode } from 'react';
import { LatePart } from '../late-part.tsx';
import { NeedsNetwork } from '../needs-network.tsx';

const LateApp = lazy(() => import('./late-app.tsx').catch(() => ({ default: NeedsNetwork })));

/** The learner's screens that are seldom opened, loaded when somebody does: none of them is in the first load. */
export function LateScreens(): ReactNode {
  return (
    <LatePart>
      <LateApp />
    </LatePart>
  );
}
