import type { ReactNode } from 'react';
import { Link } from '../../ui/router.tsx';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { pathOf, type Step } from './find-step.ts';

/** A lesson or a quiz inside its module. */
export function StepRow({ step, done, best }: { step: Step; done: boolean; best: number | null }): ReactNode {
  const { t, n, lang } = useWords();
  const isLesson = step.kind === 'lesson';
  const facts = isLesson ? [t('learn.minutes', { n: step.lesson.minutes })] : [t('learn.items', { n: step.module.quiz.items })];
  if (best !== null) facts.push(t('learn.best', { n: best }));
  if (done) facts.push(t('learn.done'));
  return (
    <li>
      <Link className="row" to={pathOf(step)}>
        <span className={done ? 'mark done' : 'mark'} aria-hidden="true">
          {done ? <Icon name="check" /> : isLesson ? n(step.lessonAt + 1) : '?'}
        </span>
        <span>
          {isLesson ? textIn(step.lesson.title, lang) : t('learn.quiz')}
          <span className="small">{facts.join(' · ')}</span>
        </span>
      </Link>
    </li>
  );
}
