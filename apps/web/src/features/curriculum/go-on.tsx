import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { leafOf, pathOf, type Step } from './find-step.ts';
import { kilobytes } from './kilobytes.ts';

/** The one large card of the map: what is next, how long it takes, how much data it costs. */
export function GoOn({ step, begun }: { step: Step; begun: boolean }): ReactNode {
  const { t, lang } = useWords();
  const isLesson = step.kind === 'lesson';
  const size = t('learn.kb', { n: kilobytes(leafOf(step, lang)?.bytes ?? 0) });
  return (
    <section className="go-on" aria-labelledby="go-on">
      <p className="label">{t(begun ? 'learn.goOn' : 'learn.begin')}</p>
      <h2 id="go-on">{isLesson ? textIn(step.lesson.title, lang) : t('learn.quiz')}</h2>
      <p className="small">
        {isLesson ? t('learn.lessonsOf', { n: step.lessonAt + 1, of: step.module.lessons.length }) : textIn(step.module.title, lang)}
        {' · '}
        {isLesson ? t('learn.minutes', { n: step.lesson.minutes }) : t('learn.items', { n: step.module.quiz.items })}
        {' · '}
        {size}
      </p>
      <Link className="btn" to={pathOf(step)}>
        {t(isLesson ? 'learn.open' : 'learn.openQuiz')} <Icon name="next" />
      </Link>
    </section>
  );
}
