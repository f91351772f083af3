import type { ReactNode } from 'react';
import type { ScenarioBlock, ScenarioStep } from '@seek-justice/domain/curriculum/block.ts';
import { STEP } from '@seek-justice/domain/curriculum/clip.ts';
import { useWords } from '../../i18n/words.ts';
import { ChoiceRow } from '../choice.tsx';
import { Rich } from '../rich.tsx';

function Step({ step, at, part, spoken }: { step: ScenarioStep<string>; at: string; part: string; spoken: string }): ReactNode {
  return (
    <div className="scene">
      <div data-part={spoken}>
        <Rich text={step.text} />
      </div>
      {step.choices.map((choice) => (
        <ChoiceRow key={choice.id} choice={choice} at={`${at}-${choice.id}`} group={at} part={`${part}.${choice.id}`}>
          {choice.step && <Step step={choice.step} at={`${at}-${choice.id}`} part={`${part}.${choice.id}`} spoken={`${part}.${choice.id}${STEP}`} />}
        </ChoiceRow>
      ))}
    </div>
  );
}

/** A made-up story with choices: each shows what follows, and sometimes the next choice. */
export function Read({ block }: { block: ScenarioBlock<string> }): ReactNode {
  const { t } = useWords();
  return (
    <section className="practice" data-block={block.id}>
      <p className="label">{t('block.scenario')}</p>
      <h2>{block.heading}</h2>
      <p className="hint">{t('block.scenarioHint')}</p>
      <Step step={block.step} at={`c-${block.id}`} part={block.id} spoken={block.id} />
    </section>
  );
}
