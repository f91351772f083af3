import type { ReactNode } from 'react';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { LessonDraft, QuizDraft } from '@seek-justice/domain/curriculum/draft.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import type { Papers } from './papers.ts';
import { PrintLesson } from './print-lesson.tsx';
import { PrintModule } from './print-module.tsx';
import { PrintQuiz } from './print-quiz.tsx';
import type { Printing } from './sheet.tsx';

/** A lesson, a quiz or a whole module on paper. */
export function PrintPapers({ id, papers, ...printing }: Omit<Printing, 'version'> & { id: string; papers: Papers }): ReactNode {
  const { lang, t } = useAuthorWords();
  const version = (one: string): string => `${one}.${papers.get(one)?.version ?? 0}`;
  const of = (one: string): Document | undefined => papers.get(one)?.document;
  const lesson = (one: string): LessonDraft => ({ id: one, draft: [], ...(of(one) as Document<'lesson'>).body });
  const quiz = (one: string): QuizDraft => ({ id: one, draft: [], ...(of(one) as Document<'quiz'>).body });
  switch (of(id)?.kind) {
    case 'lesson':
      return <PrintLesson {...printing} version={version(id)} lesson={lesson(id)} />;
    case 'quiz':
      return <PrintQuiz {...printing} version={version(id)} quiz={quiz(id)} title={{ [lang]: t('kind.quiz') }} />;
    case 'module': {
      const { title, summary, lessons, quizzes } = (of(id) as Document<'module'>).body;
      const [only] = quizzes;
      return <PrintModule {...printing} version={version} module={{ id, title, summary, lessons: lessons.map((one) => lesson(one.id)), quiz: only ? quiz(only.id) : null }} />;
    }
    default:
      return null;
  }
}
