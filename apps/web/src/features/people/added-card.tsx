import type { ReactNode } from 'react';
import { CodeCard } from './code-card.tsx';
import { FocusedHeading } from './focused-heading.tsx';
import { OfficeIcon } from './office-icon.tsx';
import { PrintCards } from './print-cards.tsx';
import type { SessionCard } from './session-cards.ts';
import { useStaffWords } from './words.ts';

/** The card of somebody who was just added: shown once, to be printed or written down. */
export function AddedCard({ card, onAnother }: { card: SessionCard; onAnother: () => void }): ReactNode {
  const { t } = useStaffWords();
  return (
    <section className="added">
      <FocusedHeading level={1}>{t('card.ready', { name: card.name })}</FocusedHeading>
      <p className="once">
        <OfficeIcon name="look" /> {t('card.once')}
      </p>
      <CodeCard code={card.code} />
      <div className="do">
        <PrintCards shown={card} />
        <button type="button" className="quiet" onClick={onAnother}>
          <OfficeIcon name="add" /> {t('card.another')}
        </button>
      </div>
      <p className="hint">{t('card.anotherHint')}</p>
    </section>
  );
}
