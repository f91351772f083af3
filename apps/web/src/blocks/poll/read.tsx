import type { ReactNode } from 'react';
import { letterOf } from '@seek-justice/domain/assessment/letters.ts';
import type { PollBlock } from '@seek-justice/domain/curriculum/block.ts';
import { AFTER } from '@seek-justice/domain/curriculum/clip.ts';
import { useLateWords } from '../../i18n/late-words.ts';
import { Drawing } from '../drawing.tsx';
import { Line, Rich } from '../rich.tsx';

/** A question that a group answers together. Here it is one to think about: there is nothing to tap, and nothing is kept. */
export function Read({ block }: { block: PollBlock<string> }): ReactNode {
  const { t, lang } = useLateWords();
  return (
    <section className="poll" data-block={block.id}>
      <p className="label">
        <Drawing name="think" /> {t('poll.label')}
      </p>
      <div className="question" data-part={block.id}>
        <Rich text={block.question} />
      </div>
      <ul>
        {block.options.map((option, index) => (
          <li key={option.id} data-part={`${block.id}.${option.id}`}>
            <b aria-hidden="true">{letterOf(lang, index)}</b>
            <span>
              <Line text={option.text} />
            </span>
          </li>
        ))}
      </ul>
      {block.after && (
        <div data-part={`${block.id}${AFTER}`}>
          <Rich text={block.after} />
        </div>
      )}
      <p className="hint">{t('poll.hint')}</p>
    </section>
  );
}
