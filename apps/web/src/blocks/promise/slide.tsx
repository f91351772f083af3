import type { ReactNode } from 'react';
import type { Slide } from '@seek-justice/domain/curriculum/slides.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { dayWords } from '../../i18n/day-words.ts';
import { Both, BothWords } from '../both.tsx';
import { Heading } from '../slide-parts.tsx';

/** What a unit promises: who, what, since when, and until when it is looked at again. */
export function PromiseSlide({ slide }: { slide: Slide }): ReactNode {
  const { sayIn } = useAuthorWords();
  const { heading, points = [], promised } = slide;
  return (
    <>
      <Heading text={heading} />
      {promised && (
        <div className="by">
          <Both text={promised.by} />
        </div>
      )}
      <ul className="points">
        {points.map(({ id, text }) => (
          <li key={id}>
            <b aria-hidden="true">✓</b>
            <div>
              <Both text={text} />
            </div>
          </li>
        ))}
      </ul>
      {promised && (
        <div className="days">
          {(['date', 'reviewBy'] as const).map((day) =>
            // A draft may lack either.
            promised[day] ? <BothWords key={day} words={(lang) => sayIn(lang)(`slide.${day}`, { day: dayWords(lang, promised[day]) })} /> : null,
          )}
        </div>
      )}
    </>
  );
}
