import type { ReactNode } from 'react';
import type { ReportBlock } from '@seek-justice/domain/curriculum/block.ts';
import { useWords } from '../../i18n/words.ts';
import { ChoiceRow } from '../choice.tsx';
import { Line, Rich } from '../rich.tsx';

/** Practice of a report: fictional, by choices alone; there is no field to type into and nothing is kept. */
export function Read({ block }: { block: ReportBlock<string> }): ReactNode {
  const { t } = useWords();
  return (
    <section className="practice" data-block={block.id}>
      <p className="label">{t('block.report')}</p>
      <h2 data-part={block.id}>{block.heading}</h2>
      <p className="hint">{t('block.reportHint')}</p>
      <Rich text={block.intro} />
      {block.steps.map((step, index) => (
        <div className="scene" key={step.id}>
          <h3 data-part={`${block.id}.${step.id}`}>
            <span className="count">{t('block.step', { n: index + 1 })}</span> <Line text={step.ask} />
          </h3>
          {step.choices.map((choice) => (
            <ChoiceRow
              key={choice.id}
              choice={choice}
              at={`c-${block.id}-${step.id}-${choice.id}`}
              group={`c-${block.id}-${step.id}`}
              part={`${block.id}.${step.id}.${choice.id}`}
            />
          ))}
        </div>
      ))}
    </section>
  );
}
