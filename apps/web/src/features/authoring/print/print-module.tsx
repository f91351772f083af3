import type { ReactNode } from 'react';
import type { LessonDraft, ModuleDraft, QuizDraft } from '@seek-justice/domain/curriculum/draft.ts';
import type { PlayLengths } from '../../../blocks/print-code.tsx';
import { PrintText } from '../../../blocks/print.tsx';
import { PrintLesson } from './print-lesson.tsx';
import { PrintQuiz } from './print-quiz.tsx';
import { type Printing, Sheet, SheetRow } from './sheet.tsx';

type Parts = Pick<ModuleDraft, 'id' | 'title' | 'summary'> & { lessons: LessonDraft[]; quiz: QuizDraft | null };

/** A module on paper: what it is about, its lessons and its quiz, each from a new page. `version` says how each document stands. */
export function PrintModule({ module, version, heard, ...others }: Omit<Printing, 'version'> & { module: Parts; version: (id: string) => string; heard: (id: string) => PlayLengths['heard'] }): ReactNode {
  const printing = (id: string): Printing => ({ ...others, version: version(id) });
  return (
    <>
      <Sheet {...printing(module.id)} kind="sheet.module" title={module.title}>
        <SheetRow languages={others.languages}>
          {(lang) => (
            <>
              <PrintText text={module.title} lang={lang} strong />
              <PrintText text={module.summary} lang={lang} />
            </>
          )}
        </SheetRow>
      </Sheet>
      {module.lessons.map((lesson) => (
        <PrintLesson key={lesson.id} {...printing(lesson.id)} lesson={lesson} heard={heard(lesson.id)} />
      ))}
      {module.quiz && <PrintQuiz {...printing(module.quiz.id)} quiz={module.quiz} title={module.title} />}
    </>
  );
}
