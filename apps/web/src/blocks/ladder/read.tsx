import type { ReactNode } from 'react';
import type { LadderBlock } from '@seek-justice/domain/curriculum/block.ts';
import { useLateWords } from '../../i18n/late-words.ts';
import { Drawing } from '../drawing.tsx';
import { Line, Rich } from '../rich.tsx';

/** Whom to turn to, one after another: each step, and when to go on to the next. Numbers are as large as a thumb. */
export function Read({ block }: { block: LadderBlock<string> }): ReactNode {
  const { t, n } = useLateWords();
  const last = block.steps.length - 1;
  return (
    <section className="ladder" data-block={block.id}>
      <p className="label">
        <Drawing name="steps" /> {t('ladder.label')}
      </p>
      <div data-part={block.id}>
        <h2>{block.heading}</h2>
        {block.intro && <Rich text={block.intro} />}
      </div>
      <ol>
        {block.steps.map((step, index) => (
          <li key={step.id} data-part={`${block.id}.${step.id}`}>
            <b aria-hidden="true">{n(index + 1)}</b>
            <div>
              <Rich text={step.text} />
              {index < last && <p className="otherwise">{step.otherwise ? <Line text={step.otherwise} /> : t('ladder.nobody')}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
