import type { ReactNode } from 'react';
import type { SignsBlock } from '@seek-justice/domain/curriculum/block.ts';
import { Line, Rich } from '../rich.tsx';

/** Signs to notice, as a list. */
export function Read({ block }: { block: SignsBlock<string> }): ReactNode {
  return (
    <section className="signs" data-block={block.id}>
      <div data-part={block.id}>
        <h2>{block.heading}</h2>
        {block.intro && <Rich text={block.intro} />}
      </div>
      <ul>
        {block.items.map((item) => (
          <li key={item.id} data-part={`${block.id}.${item.id}`}>
            <Line text={item.text} />
          </li>
        ))}
      </ul>
    </section>
  );
}
