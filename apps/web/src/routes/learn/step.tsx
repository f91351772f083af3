import { type ReactNode, useEffect } from 'react';
import { useCourses } from '../../features/curriculum/courses.tsx';
import { findStep, leafOf, stepAfter } from '../../features/curriculum/find-step.ts';
import { useCourseOnPhone } from '../../features/curriculum/keep-course.ts';
import { usePrefetch } from '../../features/curriculum/leaves.ts';
import { useWords } from '../../i18n/words.ts';
import { Failed } from '../../ui/message.tsx';
import { NotFoundScreen } from '../public/not-found.tsx';
import { Screen } from '../screen.tsx';
import { LessonScreen } from './lesson.tsx';
import { QuizScreen } from './quiz.tsx';

/** Whatever an opaque id below /learn stands for: a lesson or a quiz. What follows it is fetched ahead. */
export function StepScreen({ id }: { id: string }): ReactNode {
  const { t, lang } = useWords();
  const { courses, state, refresh } = useCourses();
  const step = findStep(courses, id);
  const missing = step === null;
  useEffect(() => {
    if (missing && state === 'known') void refresh();
  }, [missing, state, refresh]);
  useCourseOnPhone(step?.course);
  const after = step && stepAfter(step);
  usePrefetch(after ? leafOf(after, lang)?.hash : undefined);
  if (step?.kind === 'lesson') return <LessonScreen key={id} step={step} />;
  if (step) return <QuizScreen key={id} step={step} />;
  if (state === 'fresh') return <NotFoundScreen />;
  return (
    <Screen kind="state" back>
      {state === 'offline' || state === 'failed' ? (
        <Failed offline={state === 'offline'} again={() => void refresh()} />
      ) : (
        <p role="status">{t('state.loading')}</p>
      )}
    </Screen>
  );
}
