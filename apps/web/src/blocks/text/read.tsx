import type { ReactNode } from 'react';
import type { TextBlock } from '@seek-justice/domain/curriculum/block.ts';
import { Rich } from '../rich.tsx';

/** Plain text, with or without a heading. */
export function Read({ block }: { block: TextBlock<string> }): ReactNode {
  return (
    <section className="text" data-block={block.id} data-part={block.id}>
      {block.heading && <h2>{block.heading}</h2>}
      <Rich text={block.text} />
    </section>
  );
}
