import type { ReactNode } from 'react';
import type { PrayerBlock } from '@seek-justice/domain/curriculum/block.ts';
import { useWords } from '../../i18n/words.ts';
import { Line, Rich } from '../rich.tsx';

/** A time to pray or be still: what for, who leads, how long. */
export function Read({ block }: { block: PrayerBlock<string> }): ReactNode {
  const { t } = useWords();
  return (
    <section className="prayer" data-block={block.id} data-part={block.id}>
      <h2 className="label">
        {t('block.prayer')} <span className="meta">{t('block.prayerMeta', { minutes: block.minutes })}</span>
      </h2>
      <div className="topic">
        <Rich text={block.topic} />
      </div>
      <p className="hint">
        {t('block.leader')}: <Line text={block.leader} />
      </p>
      <div className="hint">
        <Rich text={block.note} />
      </div>
    </section>
  );
}
