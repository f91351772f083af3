import type { ReactNode } from 'react';
import type { Slide } from '@seek-justice/domain/curriculum/slides.ts';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { Both, BothWords, useShowing } from '../both.tsx';
import { Heading } from '../slide-parts.tsx';

/** Whom to turn to, step by step, numbers large; between two steps, when to go on. */
export function LadderSlide({ slide }: { slide: Slide }): ReactNode {
  const { sayIn } = useAuthorWords();
  const { languages } = useShowing();
  const { heading, text, points = [] } = slide;
  return (
    <>
      <Heading text={heading} />
      {text && <Both text={text} />}
      <ol className="rungs">
        {points.map(({ id, n, text: step, otherwise }) => (
          <li key={id}>
            <b aria-hidden="true">{digitsFor(languages[0] ?? 'en', n)}</b>
            <div>
              <Both text={step} />
              {otherwise !== undefined && (
                <div className="rung-on">{otherwise ? <Both text={otherwise} /> : <BothWords words={(lang) => sayIn(lang)('slide.nobody')} />}</div>
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
