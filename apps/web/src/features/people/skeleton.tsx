import type { ReactNode } from 'react';

const LINES = [0, 1, 2, 3, 4, 5, 6, 7];

/** The places where rows will stand, until the first ones come. The sentence above says that they are being looked for. */
export function Skeleton(): ReactNode {
  return (
    <div className="skeleton" aria-hidden="true">
      {LINES.map((line) => (
        <span key={line} />
      ))}
    </div>
  );
}
