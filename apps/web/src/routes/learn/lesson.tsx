import { type MouseEvent, type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { useSession } from '../../auth/session.ts';
import { Article } from '../../features/curriculum/article.tsx';
import { leafOf, numberOf, pathOf, type Step, stepAfter } from '../../features/curriculum/find-step.ts';
import { useCourses } from '../../features/curriculum/courses.tsx';
import { useProgress } from '../../features/progress/progress.ts';
import { useWords } from '../../i18n/words.ts';
import { append } from '../../records/append.ts';
import { Icon } from '../../ui/icon.tsx';
import { Screen } from '../screen.tsx';
import { useServed } from '../served.ts';

type LessonStep = Step & { kind: 'lesson' };

/** The end of a lesson: one way on, which for a signed-in reader also notes that the lesson is finished. */
function Onward({ step }: { step: LessonStep }): ReactNode {
  const { t, lang } = useWords();
  const { status } = useSession();
  const { courses } = useCourses();
  const { views } = useProgress(courses);
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const next = stepAfter(step);
  const to = next ? pathOf(next) : '/learn';
  const leaf = leafOf(step, lang);
  const done = views?.get(step.course.manifest.id)?.modules[step.moduleAt]?.lessonsDone.includes(step.lesson.id) ?? false;
  const finish = async (event: MouseEvent): Promise<void> => {
    if (status === 'visitor' || done || !leaf) return;
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const entry = await append('lesson.finished', { lesson: step.lesson.id, snapshot: leaf.hash, lang, mode: 'read' });
    setBusy(false);
    // It was to be kept and is not: the page says so now, before anything else.
    if (entry || status === 'unknown') await navigate(to);
  };
  return (
    <section className="onward">
      {done && (
        <p className="finished">
          <Icon name="check" /> {t('lesson.finished')}
        </p>
      )}
      <Link className="btn" to={to} onClick={(event) => void finish(event)}>
        {done ? t(next?.kind === 'quiz' ? 'lesson.goQuiz' : 'lesson.goNext') : t('lesson.finish')} <Icon name="next" />
      </Link>
      {next && (
        <p className="small">
          {next.kind === 'quiz' ? t('lesson.nextQuiz', { n: next.module.quiz.items }) : t('lesson.next', { title: textIn(next.lesson.title, lang) })}
        </p>
      )}
      {status === 'visitor' && (
        <p className="small">
          {t('lesson.notKept')} <Link to="/sign-in">{t('lesson.signIn')}</Link>
        </p>
      )}
    </section>
  );
}

/** A lesson: its text, how far along its module it is, and the way on at the end. */
export function LessonScreen({ step }: { step: LessonStep }): ReactNode {
  const { t, n, lang } = useWords();
  const served = useServed();
  const hash = leafOf(step, lang)?.hash ?? '';
  const own = Object.values(step.lesson.leaves).some((leaf) => leaf.hash === served?.hash);
  const of = step.module.lessons.length;
  const words = t('learn.lessonsOf', { n: step.lessonAt + 1, of });
  return (
    <Screen
      kind="reading"
      back
      title={`${n(step.moduleAt + 1)} · ${textIn(step.module.title, lang)}`}
      number={numberOf(step)}
      progress={{ value: step.lessonAt + 1, max: of + 1, words }}
    >
      <p className="small along">{words}</p>
      <h1 tabIndex={-1}>{textIn(step.lesson.title, lang)}</h1>
      <Article hash={hash} served={own ? served : null}>
        <Onward step={step} />
      </Article>
    </Screen>
  );
}
