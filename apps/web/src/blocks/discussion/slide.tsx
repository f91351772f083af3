import type { ReactNode } from 'react';
import type { Slide } from '@seek-justice/domain/curriculum/slides.ts';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { Both, BothWords, useShowing } from '../both.tsx';

/** A question with its minutes and the size of a group as large numbers. */
export function DiscussionSlide({ slide }: { slide: Slide }): ReactNode {
  const { sayIn } = useAuthorWords();
  const { languages } = useShowing();
  const figure = (value: number | undefined, key: 'slide.minutes' | 'slide.people'): ReactNode => (
    <div className="figure">
      <b>{digitsFor(languages[0] ?? 'en', value ?? 0)}</b>
      <BothWords words={(lang) => sayIn(lang)(key)} />
    </div>
  );
  return (
    <div className="talk">
      <div className="figures">
        {figure(slide.minutes, 'slide.minutes')}
        {figure(slide.group, 'slide.people')}
      </div>
      <div className="words">
        {slide.text && <Both text={slide.text} />}
        {slide.quiet && (
          <div className="quiet">
            <Both text={slide.quiet} />
          </div>
        )}
      </div>
    </div>
  );
}
