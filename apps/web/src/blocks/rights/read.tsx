import type { ReactNode } from 'react';
import type { RightsBlock } from '@seek-justice/domain/curriculum/block.ts';
import { useWords } from '../../i18n/words.ts';
import { Line } from '../rich.tsx';

/** What a citizen may ask for, numbered so that it can be spoken of. */
export function Read({ block }: { block: RightsBlock<string> }): ReactNode {
  const { t, n } = useWords();
  return (
    <section className="rights" data-block={block.id}>
      <p className="label">{t('block.rights')}</p>
      <h2 data-part={block.id}>{block.heading}</h2>
      <ol>
        {block.items.map((item, index) => (
          <li key={item.id} data-part={`${block.id}.${item.id}`}>
            <b aria-hidden="true">{n(index + 1)}</b>
            <span>
              <Line text={item.text} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
