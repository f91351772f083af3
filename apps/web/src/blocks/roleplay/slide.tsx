import type { ReactNode } from 'react';
import type { Slide } from '@seek-justice/domain/curriculum/slides.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { Both, BothWords } from '../both.tsx';
import { Heading, Minutes } from '../slide-parts.tsx';

/** A scene to play with its minutes; each role on a card of its own; what to talk about afterwards. */
export function RolePlaySlide({ slide }: { slide: Slide }): ReactNode {
  const { sayIn } = useAuthorWords();
  const { heading, text, minutes, roles, part } = slide;
  if (roles)
    return (
      <>
        <Heading text={heading} />
        <ul className="cards">
          {roles.map(({ id, name, task }) => (
            <li key={id}>
              <div className="name">
                <Both text={name} />
              </div>
              <Both text={task} />
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <div className="talk">
      {minutes !== undefined && (
        <div className="figures">
          <Minutes minutes={minutes} />
        </div>
      )}
      <div className="words">
        <Heading text={heading} />
        {part === 'after' && (
          <div className="quiet">
            <BothWords words={(lang) => sayIn(lang)('slide.after')} />
          </div>
        )}
        {text && <Both text={text} />}
      </div>
    </div>
  );
}
