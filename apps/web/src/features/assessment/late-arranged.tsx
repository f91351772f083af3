import { lazy, type ReactNode } from 'react';
import { Failed } from '../../ui/message.tsx';

function Unloaded(): ReactNode {
  return <Failed offline again={() => location.reload()} level="h2" />;
}

const load = (): Promise<typeof import('./arranged/arranged.tsx')> => import('./arranged/arranged.tsx');

/** A question whose options are arranged: few quizzes have one, so it comes when it is asked. */
export const Arranged = lazy(() => load().then(({ Arranged }) => ({ default: Arranged }), () => ({ default: Unloaded })));

/** What an arranged question comes to, to be read again. */
export const ArrangedAgain = lazy(() => load().then(({ ArrangedAgain }) => ({ default: ArrangedAgain }), () => ({ default: Unloaded })));
