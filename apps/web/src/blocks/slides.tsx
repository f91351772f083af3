import type { ReactNode } from 'react';
import type { Slide } from '@seek-justice/domain/curriculum/slides.ts';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import { useAuthorWords } from '../i18n/author-words.ts';
import { Both, BothWords, useShowing } from './both.tsx';
import { ContactsSlide } from './contacts/slide.tsx';
import { DiscussionSlide } from './discussion/slide.tsx';
import { ImageSlide } from './image/slide.tsx';
import { LadderSlide } from './ladder/slide.tsx';
import { OfficerSlide } from './officer/slide.tsx';
import { PassageSlide } from './passage/slide.tsx';
import { PollSlide } from './poll/slide.tsx';
import { PromiseSlide } from './promise/slide.tsx';
import { RecordingSlide } from './recording-slide.tsx';
import { RolePlaySlide } from './roleplay/slide.tsx';

const LETTERS: Record<string, string> = { en: 'ABCDEFGHIJ', km: 'កខគឃងចឆជឈញ' };

function Points({ slide }: { slide: Slide }): ReactNode {
  const { languages } = useShowing();
  const first = languages[0] ?? 'en';
  return (
    <ol className={slide.points?.length === 1 ? 'points alone' : 'points'}>
      {slide.points?.map((point) => (
        <li key={point.id}>
          <b aria-hidden="true">{slide.choose ? (LETTERS[first] ?? LETTERS.en)?.[point.n - 1] : digitsFor(first, point.n)}</b>
          <div>
            <Both text={point.text} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What a slide shows under its strip: heading, text and points, whatever its type; some types have a form of their own. */
export function SlideContent({ slide }: { slide: Slide }): ReactNode {
  const { sayIn } = useAuthorWords();
  if (slide.type === 'discussion') return <DiscussionSlide slide={slide} />;
  if (slide.type === 'contacts') return <ContactsSlide slide={slide} />;
  if (slide.type === 'image') return <ImageSlide slide={slide} />;
  if (slide.type === 'audio' || slide.type === 'video') return <RecordingSlide slide={slide} />;
  if (slide.type === 'passage') return <PassageSlide slide={slide} />;
  if (slide.type === 'roleplay') return <RolePlaySlide slide={slide} />;
  if (slide.type === 'officer') return <OfficerSlide slide={slide} />;
  if (slide.type === 'promise') return <PromiseSlide slide={slide} />;
  if (slide.type === 'ladder') return <LadderSlide slide={slide} />;
  if (slide.type === 'poll') return <PollSlide slide={slide} />;
  return (
    <>
      {slide.heading && (
        <div className="heading">
          <Both text={slide.heading} />
        </div>
      )}
      {slide.good !== undefined && (
        <div className={slide.good ? 'verdict good' : 'verdict'}>
          <BothWords words={(lang) => `${slide.good ? '✓' : '↺'} ${sayIn(lang)(slide.good ? 'slide.good' : 'slide.notGood')}`} />
        </div>
      )}
      {slide.text && <Both text={slide.text} />}
      {slide.points && <Points slide={slide} />}
      {slide.kind === 'care' && (
        <div className="step-out">
          <BothWords words={(lang) => sayIn(lang)('slide.stepOut')} />
        </div>
      )}
    </>
  );
}
