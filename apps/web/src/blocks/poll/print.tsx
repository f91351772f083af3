import type { ReactNode } from 'react';
import { letterOf } from '@seek-justice/domain/assessment/letters.ts';
import type { PollBlock } from '@seek-justice/domain/curriculum/block.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { PrintText } from '../print.tsx';

/** A question to all on paper: answers by letter, each with a line for how many hands there were. */
export function PrintPoll({ block, lang }: { block: PollBlock<LocalizedText>; lang: string }): ReactNode {
  const { sayIn } = useAuthorWords();
  return (
    <>
      <PrintText text={block.question} lang={lang} strong />
      <ol className="rungs">
        {block.options.map(({ id, text }, index) => (
          <li key={id}>
            <b aria-hidden="true">{letterOf(lang, index)}</b>
            <div className="counted">
              <PrintText text={text} lang={lang} />
              <span aria-hidden="true">_____</span>
            </div>
          </li>
        ))}
      </ol>
      {block.after && (
        <>
          <p className="kind">{sayIn(lang)('slide.afterPoll')}</p>
          <PrintText text={block.after} lang={lang} />
        </>
      )}
    </>
  );
}
