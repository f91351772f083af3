import type { ReactNode } from 'react';
import type { OfficerBlock } from '@seek-justice/domain/curriculum/block.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { PrintText } from '../print.tsx';

/** The officer's part on paper: what may be asked, with an answer to lean on, and what is read when nobody comes. */
export function PrintOfficer({ block, lang }: { block: OfficerBlock<LocalizedText>; lang: string }): ReactNode {
  const { sayIn } = useAuthorWords();
  const { heading, minutes, questions, replacement } = block;
  return (
    <>
      <PrintText text={heading} lang={lang} strong />
      <p>{sayIn(lang)('sheet.minutes', { minutes })}</p>
      {questions.length > 0 && <p className="kind">{sayIn(lang)('sheet.questions')}</p>}
      {questions.map(({ id, ask, answer, shared }) => (
        <div key={id} className="asked">
          <PrintText text={ask} lang={lang} strong />
          <PrintText text={answer} lang={lang} />
          {!shared && <p className="kind">{sayIn(lang)('sheet.notShared')}</p>}
        </div>
      ))}
      <p className="kind">{sayIn(lang)('slide.instead')}</p>
      <PrintText text={replacement} lang={lang} />
    </>
  );
}
