import type { ReactNode } from 'react';
import type { HomeBlock } from '@seek-justice/domain/curriculum/block.ts';
import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Rich } from '../rich.tsx';

/** One small, safe thing to do this week. */
export function Read({ block }: { block: HomeBlock<string> }): ReactNode {
  const { t } = useWords();
  return (
    <section className="home" data-block={block.id} data-part={block.id}>
      <h2 className="label">
        <Icon name="home" /> {t('block.home')}
      </h2>
      <Rich text={block.text} />
    </section>
  );
}
