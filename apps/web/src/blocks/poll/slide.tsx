import type { ReactNode } from 'react';
import { letterOf } from '@seek-justice/domain/assessment/letters.ts';
import type { Slide } from '@seek-justice/domain/curriculum/slides.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { Both, BothWords, useShowing } from '../both.tsx';

/** A question to all with its answers by letter, and what to think about once hands have been counted. */
export function PollSlide({ slide }: { slide: Slide }): ReactNode {
  const { sayIn } = useAuthorWords();
  const { languages } = useShowing();
  const { text, points, part } = slide;
  return (
    <>
      {part === 'after' && (
        <div className="quiet">
          <BothWords words={(lang) => sayIn(lang)('slide.afterPoll')} />
        </div>
      )}
      {text && <Both text={text} />}
      {points && (
        <ol className="points letters">
          {points.map(({ id, n, text: answer }) => (
            <li key={id}>
              <b aria-hidden="true">{letterOf(languages[0] ?? 'en', n - 1)}</b>
              <div>
                <Both text={answer} />
              </div>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
