import type { ReactNode } from 'react';
import type { Slide } from '@seek-justice/domain/curriculum/slides.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { Both, BothWords } from '../both.tsx';
import { Heading, Minutes } from '../slide-parts.tsx';

/** What an officer speaks about, and for how long; what is read when none comes; a question with its answer. What the officer says stands in the notes of whoever leads. */
export function OfficerSlide({ slide }: { slide: Slide }): ReactNode {
  const { sayIn } = useAuthorWords();
  const { heading, text, minutes, part } = slide;
  if (minutes !== undefined)
    return (
      <div className="talk">
        <div className="figures">
          <Minutes minutes={minutes} />
        </div>
        <div className="words large">{heading && <Both text={heading} />}</div>
      </div>
    );
  return (
    <>
      <Heading text={heading} />
      {part === 'instead' && (
        <div className="quiet">
          <BothWords words={(lang) => sayIn(lang)('slide.instead')} />
        </div>
      )}
      {text && <Both text={text} />}
    </>
  );
}
