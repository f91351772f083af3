import type { ReactNode } from 'react';
import { isArranged } from '@seek-justice/domain/assessment/item.ts';
import type { ItemDraft, QuizDraft } from '@seek-justice/domain/curriculum/draft.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { PrintLine, PrintText } from '../../../blocks/print.tsx';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { type Printing, Sheet, SheetRow } from './sheet.tsx';

function Item({ item, lang }: { item: ItemDraft; lang: string }): ReactNode {
  const { sayIn } = useAuthorWords();
  return (
    <>
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
            {/* Pairs and steps are right where they stand. */}
            {!isArranged(item) && <PrintLine>({sayIn(lang)(option.right ? 'sheet.right' : 'sheet.wrong')})</PrintLine>}
            <PrintText text={option.feedback} lang={lang} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** A quiz on paper for whoever checks it: with what is right and what each answer is told. `title` is its module's. */
export function PrintQuiz({ quiz, title, ...printing }: Printing & { quiz: QuizDraft; title: LocalizedText }): ReactNode {
  const { sayIn } = useAuthorWords();
  return (
    <Sheet {...printing} kind="sheet.quiz" title={title}>
      <SheetRow languages={printing.languages}>{(lang) => <PrintLine>{sayIn(lang)('sheet.passMark', { percent: quiz.passMark })}</PrintLine>}</SheetRow>
      {quiz.items.map((item) => (
        <SheetRow key={item.id} languages={printing.languages}>
          {(lang) => <Item item={item} lang={lang} />}
        </SheetRow>
      ))}
    </Sheet>
  );
}
