import { type ComponentProps, lazy, type ReactNode, Suspense } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Failed } from '../../ui/message.tsx';

const Late = lazy(() => import('./seldom-question.tsx').catch(() => ({ default: () => <Failed offline again={() => location.reload()} /> })));

/** A question whose options are not chosen among, and what it came to: few quizzes have one, so it comes when it is asked. */
export function LateQuestion(props: ComponentProps<typeof Late>): ReactNode {
  const { t } = useWords();
  return (
    <Suspense fallback={t('quiz.loading')}>
      <Late {...props} />
    </Suspense>
  );
}
