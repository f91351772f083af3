import type { ReactNode } from 'react';
import { SELF } from '@seek-justice/domain/curriculum/authoring/translation.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import type { QuizNote } from './quiz-notes.ts';

/** One note in words and in the reader's digits. */
function useSaying(): (note: QuizNote) => string {
  const { say, n } = useAuthorWords();
  return (note) => say(note.say, { ...Object.fromEntries(Object.entries(note.values).map(([key, value]) => [key, n(value)])), ...(note.lang ? { lang: say(`lang.${note.lang}`) } : {}) });
}

/** All that is to be thought about in a quiz, with the way to each question. Nothing where there is nothing. */
export function QuizSummary({ notes, order }: { notes: readonly QuizNote[]; order: readonly string[] }): ReactNode {
  const { t, n } = useAuthorWords();
  const saying = useSaying();
  const listed = notes.filter(({ say }) => say !== 'advice.longestHere');
  if (listed.length === 0) return null;
  return (
    <details className="quiz-summary">
      <summary>
        {t('advice.title')} · {n(listed.length)}
      </summary>
      <ul>
        {listed.map((note) => (
          <li key={`${note.thing} ${note.say} ${note.lang}`}>
            {note.thing === SELF ? (
              saying(note)
            ) : (
              <a href={`#thing-${note.thing}`}>
                {t('advice.item', { n: order.indexOf(note.thing) + 1 })}: {saying(note)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What is to be thought about in one question, below it. */
export function ItemNotes({ notes }: { notes: readonly QuizNote[] }): ReactNode {
  const saying = useSaying();
  if (notes.length === 0) return null;
  return (
    <ul className="item-notes">
      {notes.map((note) => (
        <li key={`${note.say} ${note.lang}`}>{saying(note)}</li>
      ))}
    </ul>
  );
}
