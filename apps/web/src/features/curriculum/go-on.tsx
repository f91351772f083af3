import type { ReactNode } from 'react';
import { Link } from '../../ui/router.tsx';
import { TITLE } from '@seek-justice/domain/curriculum/clip.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { useWords } from '../../i18n/words.ts';
import { Hear } from '../../blocks/hear.tsx';
import { Icon } from '../../ui/icon.tsx';
import { leafOf, pathOf, type Step } from './find-step.ts';
import { kilobytes } from './kilobytes.ts';

/** What is left, read aloud: which module of how many, and what comes next. Nothing where it is not recorded. */
function spokenStep(step: Step, lang: string): string[] {
  const { phrases, modules } = step.course.manifest;
  const said = phrases?.[lang];
  const title = step.kind === 'lesson' ? step.lesson.narration?.[lang] : undefined;
  if (!said || (step.kind === 'lesson' && (!title || title.missing.includes(TITLE)))) return [];
  const next = title ? `${title.hash}/${TITLE}` : `${said.hash}/quiz`;
  return [...['place', `n${step.moduleAt + 1}`, 'of', `n${modules.length}`, 'next'].map((key) => `${said.hash}/${key}`), next];
}

/** The one large card of the map: what is next, how long it takes, how much data it costs. */
export function GoOn({ step, begun }: { step: Step; begun: boolean }): ReactNode {
  const { t, lang } = useWords();
  const isLesson = step.kind === 'lesson';
  const spoken = spokenStep(step, lang);
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
      {spoken.length > 0 && (
        <Hear parts={spoken} name={t('listen.left')}>
          <span>{t('listen.listen')}</span>
        </Hear>
      )}
      <Link className="btn" to={pathOf(step)}>
        {t(isLesson ? 'learn.open' : 'learn.openQuiz')} <Icon name="next" />
      </Link>
    </section>
  );
}
