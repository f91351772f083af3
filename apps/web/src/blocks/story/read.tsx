import type { ReactNode } from 'react';
import type { StoryBlock } from '@seek-justice/domain/curriculum/block.ts';
import { useWords } from '../../i18n/words.ts';
import { Rich } from '../rich.tsx';

/** A moment people know, told before the lesson says anything. */
export function Read({ block }: { block: StoryBlock<string> }): ReactNode {
  const { t } = useWords();
  return (
    <section className="story" data-block={block.id} data-part={block.id}>
      <p className="label">{t('block.story')}</p>
      <Rich text={block.text} />
    </section>
  );
}
