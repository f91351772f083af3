import type { ReactNode } from 'react';
import type { QuizForm } from '@seek-justice/domain/assessment/quiz-forms.ts';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { LessonDraft, QuizDraft } from '@seek-justice/domain/curriculum/draft.ts';
import type { PlayLengths } from '../../../blocks/print-code.tsx';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import type { Papers } from './papers.ts';
import { PrintLesson } from './print-lesson.tsx';
import { PrintModule } from './print-module.tsx';
import { PrintQuiz } from './print-quiz.tsx';
import type { Printing } from './sheet.tsx';

interface Props extends Omit<Printing, 'version'> {
  id: string;
  papers: Papers;
  /** Of a quiz: one of its forms alone; and without what is right. */
  form: QuizForm | null;
  blank: boolean;
}

/** A lesson, a quiz or a whole module on paper. */
export function PrintPapers({ id, papers, form, blank, ...printing }: Props): ReactNode {
  const { lang, t } = useAuthorWords();
  const version = (one: string): string => `${one}.${papers.get(one)?.version ?? 0}`;
  const heard = (one: string): PlayLengths['heard'] => papers.get(one)?.heard ?? {};
  const of = (one: string): Document | undefined => papers.get(one)?.document;
  const lesson = (one: string): LessonDraft => ({ id: one, draft: [], ...(of(one) as Document<'lesson'>).body });
  const quiz = (one: string): QuizDraft => ({ id: one, draft: [], ...(of(one) as Document<'quiz'>).body });
  switch (of(id)?.kind) {
    case 'lesson':
      return <PrintLesson {...printing} version={version(id)} lesson={lesson(id)} heard={heard(id)} />;
    case 'quiz':
      return <PrintQuiz {...printing} version={version(id)} quiz={quiz(id)} title={{ [lang]: t('kind.quiz') }} form={form} blank={blank} />;
    case 'module': {
      const { title, summary, lessons, quizzes } = (of(id) as Document<'module'>).body;
      const [only] = quizzes;
      return <PrintModule {...printing} version={version} heard={heard} module={{ id, title, summary, lessons: lessons.map((one) => lesson(one.id)), quiz: only ? quiz(only.id) : null }} />;
    }
    default:
      return null;
  }
}
