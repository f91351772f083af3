import { lazy, type ReactNode } from 'react';
import { useAddress } from '../../ui/router.tsx';
import { LatePart } from '../late-part.tsx';
import { NeedsNetwork } from '../needs-network.tsx';

const missing = (): { default: typeof NeedsNetwork } => ({ default: NeedsNetwork });
const StaffApp = lazy(() => import('./staff-app.tsx').catch(missing));
const AuthorApp = lazy(() => import('../author/author-app.tsx').catch(missing));

/** The offices, loaded when somebody opens them: none of it is in the learner's first load. */
export function LateStaff(): ReactNode {
  return <LatePart>{useAddress().pathname.startsWith('/author') ? <AuthorApp /> : <StaffApp />}</LatePart>;
}
