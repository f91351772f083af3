import type { ReactNode } from 'react';
import type { OfficerBlock } from '@seek-justice/domain/curriculum/block.ts';
import { OUTCOME } from '@seek-justice/domain/curriculum/clip.ts';
import { useLateWords } from '../../i18n/late-words.ts';
import { useWords } from '../../i18n/words.ts';
import { Drawing } from '../drawing.tsx';
import { Line, Rich } from '../rich.tsx';

/** What an officer speaks about, for who reads without one: the replacement, and answers to what people often ask. */
export function Read({ block }: { block: OfficerBlock<string> }): ReactNode {
  const { t } = useLateWords();
  const words = useWords();
  return (
    <section className="officer" data-block={block.id}>
      <p className="label">
        <Drawing name="shield" /> {t('officer.label')} <span className="meta">· {words.t('block.prayerMeta', { minutes: block.minutes })}</span>
      </p>
      <div data-part={block.id}>
        <h2>{block.heading}</h2>
        <p className="when">{t('officer.none')}</p>
        <Rich text={block.replacement} />
      </div>
      {block.questions.length > 0 && <h3>{t('officer.questions')}</h3>}
      {block.questions.map((question) => (
        <details className="choice" key={question.id}>
          <summary data-part={`${block.id}.${question.id}`}>
            <span className="turn" aria-hidden="true" />
            <span>
              <Line text={question.ask} link={false} />
            </span>
          </summary>
          <div className="outcome" data-part={`${block.id}.${question.id}${OUTCOME}`}>
            <Rich text={question.answer} />
          </div>
        </details>
      ))}
    </section>
  );
}
