import type { ReactNode } from 'react';
import { showReference } from '@seek-justice/domain/curriculum/reference.ts';
import type { Slide } from '@seek-justice/domain/curriculum/slides.ts';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import { Both, BothWords } from '../both.tsx';

/** Where to open the Bible, and our own retelling. */
export function PassageSlide({ slide }: { slide: Slide }): ReactNode {
  return (
    <>
      <div className="heading">
        <BothWords words={(lang) => showReference(slide.reference ?? '', lang, (digits) => digitsFor(lang, digits))} />
      </div>
      {slide.text && <Both text={slide.text} />}
    </>
  );
}
