import { lazy, type ReactNode } from 'react';
import { LatePart } from '../late-part.tsx';
import { NeedsNetwork } from '../needs-network.tsx';

const StaffApp = lazy(() => import('./staff-app.tsx').catch(() => ({ default: NeedsNetwork })));

/** The staff side, loaded when somebody opens it: none of it is in the learner's first load. */
export function LateStaff(): ReactNode {
  return (
    <LatePart>
      <StaffApp />
    </LatePart>
  );
}
