import type { ReactNode } from 'react';
import type { ModuleDraft } from '@seek-justice/domain/curriculum/draft.ts';
import { PrintText } from '../../../blocks/print.tsx';
import { PrintLesson } from './print-lesson.tsx';
import { PrintQuiz } from './print-quiz.tsx';
import { type Printing, Sheet, SheetRow } from './sheet.tsx';

/** A module on paper: what it is about, its lessons and its quiz, each from a new page. */
export function PrintModule({ module, ...printing }: Printing & { module: ModuleDraft }): ReactNode {
  return (
    <>
      <Sheet {...printing} kind="sheet.module" title={module.title}>
        <SheetRow languages={printing.languages}>
          {(lang) => (
            <>
              <PrintText text={module.title} lang={lang} strong />
              <PrintText text={module.summary} lang={lang} />
            </>
          )}
        </SheetRow>
      </Sheet>
      {module.lessons.map((lesson) => (
        <PrintLesson key={lesson.id} {...printing} lesson={lesson} />
      ))}
      <PrintQuiz {...printing} quiz={module.quiz} title={module.title} />
    </>
  );
}
