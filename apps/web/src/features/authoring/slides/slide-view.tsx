import type { ReactNode } from 'react';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import type { Slide } from '@seek-justice/domain/curriculum/slides.ts';
import { countGraphemes } from '@seek-justice/domain/language/graphemes.ts';
import { ShowingContext } from '../../../blocks/both.tsx';
import { SlideContent } from '../../../blocks/slides.tsx';
import { kindKey, useAuthorWords } from '../../../i18n/author-words.ts';
import '../../../ui/slide.css';

/** How full a slide is, in the languages that it shows: the fuller, the smaller its letters. */
function fullness(slide: Slide, languages: readonly string[]): 'roomy' | 'full' | 'packed' {
  const { points = [], roles = [], promised } = slide;
  const texts = [slide.heading, slide.text, slide.quiet, promised?.by, ...points.flatMap(({ text, otherwise }) => [text, otherwise ?? undefined]), ...roles.flatMap(({ name, task }) => [name, task])];
  const count = texts.flatMap((text) => languages.map((lang) => countGraphemes(text?.[lang] ?? ''))).reduce((sum, one) => sum + one, 0);
  // Cards stand side by side, points one below the other.
  const lines = count + 40 * points.length * languages.length;
  if (lines > 390) return 'packed';
  return lines > 170 ? 'full' : 'roomy';
}

/** One slide, 16:9, in one language or two, as wide as what holds it: a thumbnail, a preview or a projector's screen. */
export function SlideView(props: { slide: Slide; languages: readonly string[]; contacts: readonly Contact[] }): ReactNode {
  const { slide, languages, contacts } = props;
  const { sayIn } = useAuthorWords();
  return (
    <ShowingContext value={{ languages, contacts }}>
      <article className={`slide slide-${slide.type} ${fullness(slide, languages)}`} data-slide={slide.id}>
        <div className="stage">
          <p className="strip">
            {languages.map((lang) => (
              <span key={lang} lang={lang}>
                {sayIn(lang)(kindKey(slide.type, slide.kind))}
              </span>
            ))}
          </p>
          <div className="content">
            <SlideContent slide={slide} />
          </div>
        </div>
      </article>
    </ShowingContext>
  );
}
