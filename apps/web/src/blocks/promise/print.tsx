import type { ReactNode } from 'react';
import type { PromiseBlock } from '@seek-justice/domain/curriculum/block.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { dayWords } from '../../i18n/day-words.ts';
import { PrintText } from '../print.tsx';

/** A promise on paper, as it may hang on a wall: who, what, since when, until when. */
export function PrintPromise({ block, lang }: { block: PromiseBlock<LocalizedText>; lang: string }): ReactNode {
  const { sayIn } = useAuthorWords();
  const { heading, by, items, date, reviewBy } = block;
  const days = (['date', 'reviewBy'] as const).flatMap((day) => ({ date, reviewBy })[day] ? [sayIn(lang)(`slide.${day}`, { day: dayWords(lang, { date, reviewBy }[day]) })] : []);
  return (
    <>
      <PrintText text={heading} lang={lang} strong />
      <PrintText text={by} lang={lang} />
      <ol className="rungs">
        {items.map(({ id, text }) => (
          <li key={id}>
            <b aria-hidden="true">✓</b>
            <div>
              <PrintText text={text} lang={lang} />
            </div>
          </li>
        ))}
      </ol>
      {days.length > 0 && <p>{days.join(' · ')}</p>}
    </>
  );
}
