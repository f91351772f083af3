import type { ReactNode } from 'react';
import type { DiscussionBlock } from '@seek-justice/domain/curriculum/block.ts';
import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Rich } from '../rich.tsx';

/** A question to talk about, in lamp tint, and a quiet way for who cannot speak here. */
export function Read({ block }: { block: DiscussionBlock<string> }): ReactNode {
  const { t } = useWords();
  return (
    <section className="discussion" data-block={block.id} data-part={block.id}>
      <h2 className="label">
        <Icon name="talk" /> {t('block.discussion')}
      </h2>
      <p className="hint">{t('block.discussionMeta', { minutes: block.minutes, group: block.group })}</p>
      <div className="question">
        <Rich text={block.question} />
      </div>
      <div className="hint">
        <Rich text={block.quiet} />
      </div>
    </section>
  );
}
