import { createContext, lazy, type ReactNode, Suspense } from 'react';
import type { Block } from '@seek-justice/domain/curriculum/block.ts';
import { Unknown } from './unknown.tsx';

const Seldom = lazy(() =>
  import('./seldom.tsx').then(
    ({ seldomBlock }) => ({ default: ({ block }: { block: Block<string> }) => seldomBlock(block) }),
    () => ({ default: Unknown }),
  ),
);

/**
 * How blocks are shown that few lessons have. They come in a late chunk, so that the first page does not carry them; the
 * renderer at publish can wait for nothing, and gives its own way.
 */
export const SeldomBlock = createContext((block: Block<string>): ReactNode => (
  <Suspense fallback={null}>
    <Seldom block={block} />
  </Suspense>
));
