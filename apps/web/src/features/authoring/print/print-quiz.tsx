import type { ReactNode } from 'react';
import { itemsOfForm, type QuizForm } from '@seek-justice/domain/assessment/quiz-forms.ts';
import { isChosen, isWritten } from '@seek-justice/domain/assessment/item.ts';
import { shuffled } from '@seek-justice/domain/assessment/shuffle.ts';
import type { ItemDraft, QuizDraft } from '@seek-justice/domain/curriculum/draft.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { PrintLine, PrintText } from '../../../blocks/print.tsx';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { type Printing, Sheet, SheetRow } from './sheet.tsx';

interface Asked {
  item: ItemDraft;
  lang: string;
  /** Its place on the sheet, from 1. */
  n: number;
}

function Item({ item, lang, n }: Asked): ReactNode {
  const { sayIn } = useAuthorWords();
  return (
    <>
      <PrintLine kind="kind">{sayIn(lang)('advice.item', { n })}</PrintLine>
      {item.situation && <PrintText text={item.situation} lang={lang} />}
      <PrintText text={item.question} lang={lang} strong />
      <ol lang={lang}>
        {item.options.map((option) => (
          <li key={option.id}>
            <PrintText text={option.text} lang={lang} />
            {option.match && (
              <div className="match">
                <PrintLine>→</PrintLine>
                <div>
                  <PrintText text={option.match} lang={lang} />
                </div>
              </div>
            )}
            {/* Where none is chosen none is wrong. */}
            {isChosen(item) && <PrintLine>({sayIn(lang)(option.right ? 'sheet.right' : 'sheet.wrong')})</PrintLine>}
            <PrintText text={option.feedback} lang={lang} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** A question to be answered with a pen: boxes, and nothing that gives the answer away. */
function BlankItem({ item, lang, n }: Asked): ReactNode {
  const { sayIn } = useAuthorWords();
  const matches = item.type === 'matching' ? shuffled(item.id, item.options) : [];
  // Steps stand in their right order; on paper as on a phone they are shown in another one.
  const options = item.type === 'ordering' ? shuffled(item.id, item.options) : item.options;
  return (
    <>
      <PrintLine kind="kind">{sayIn(lang)('advice.item', { n })}</PrintLine>
      {item.situation && <PrintText text={item.situation} lang={lang} />}
      <PrintText text={item.question} lang={lang} strong />
      {isWritten(item) && <div className="to-write" aria-hidden="true" />}
      <ul className="to-fill" lang={lang}>
        {(isWritten(item) ? [] : options).map((option) => (
          <li key={option.id}>
            <span className="fill" aria-hidden="true" />
            <PrintText text={option.text} lang={lang} />
          </li>
        ))}
      </ul>
      {matches.length > 0 && (
        <ol lang={lang}>
          {matches.map(({ id, match }) => match && <li key={id}><PrintText text={match} lang={lang} /></li>)}
        </ol>
      )}
    </>
  );
}

interface Props extends Printing {
  quiz: QuizDraft;
  /** Its module's. */
  title: LocalizedText;
  /** Null: all questions. */
  form?: QuizForm | null;
  /** To be filled in, without what is right and what is told. */
  blank?: boolean;
}

/** A quiz on paper: for whoever checks it, with what is right and what each answer is told, or to be filled in. */
export function PrintQuiz({ quiz, title, form = null, blank = false, ...printing }: Props): ReactNode {
  const { sayIn } = useAuthorWords();
  const named = form === null ? title : Object.fromEntries(printing.languages.map((lang) => [lang, [title[lang], sayIn(lang)(`choice.${form}`)].filter(Boolean).join(' · ')]));
  return (
    <Sheet {...printing} kind="sheet.quiz" title={named}>
      {!blank && <SheetRow languages={printing.languages}>{(lang) => <PrintLine>{sayIn(lang)('sheet.passMark', { percent: quiz.passMark })}</PrintLine>}</SheetRow>}
      {itemsOfForm(quiz.items, form).map((item, at) => (
        <SheetRow key={item.id} languages={printing.languages}>
          {(lang) => (blank ? <BlankItem item={item} lang={lang} n={at + 1} /> : <Item item={item} lang={lang} n={at + 1} />)}
        </SheetRow>
      ))}
    </Sheet>
  );
}
