import type { ReactNode } from 'react';
import type { LadderBlock } from '@seek-justice/domain/curriculum/block.ts';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { PrintText } from '../print.tsx';

/** Step by step on paper, with what leads on from each. */
export function PrintLadder({ block, lang }: { block: LadderBlock<LocalizedText>; lang: string }): ReactNode {
  const { sayIn } = useAuthorWords();
  const { heading, intro, steps } = block;
  return (
    <>
      <PrintText text={heading} lang={lang} strong />
      {intro && <PrintText text={intro} lang={lang} />}
      <ol className="rungs">
        {steps.map(({ id, text, otherwise }, index) => (
          <li key={id}>
            <b aria-hidden="true">{digitsFor(lang, index + 1)}</b>
            <div>
              <PrintText text={text} lang={lang} />
              {index < steps.length - 1 && <div className="rung-on">{otherwise ? <PrintText text={otherwise} lang={lang} /> : <p>{sayIn(lang)('slide.nobody')}</p>}</div>}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
