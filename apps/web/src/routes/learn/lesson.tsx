import { type MouseEvent, type ReactNode, useState } from 'react';
import { Link, useNavigate } from '../../ui/router.tsx';
import { TITLE } from '@seek-justice/domain/curriculum/clip.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { useSession } from '../../auth/session.ts';
import { Article } from '../../features/curriculum/article.tsx';
import { GiveLesson } from '../../features/curriculum/hand-on/give.tsx';
import { leafOf, numberOf, pathOf, type Step, stepAfter } from '../../features/curriculum/find-step.ts';
import { RecallNote, useRecall } from '../../features/curriculum/recall.tsx';
import { useCourses } from '../../features/curriculum/courses.tsx';
import { dropPlace } from '../../features/curriculum/use-place.ts';
import { useProgress } from '../../features/progress/progress.ts';
import { Listen } from '../../features/media/listen.tsx';
import { ListeningProvider } from '../../features/media/listening.tsx';
import { modeOf } from '../../features/media/heard.ts';
import { useWords } from '../../i18n/words.ts';
import { append } from '../../records/append.ts';
import { Icon } from '../../ui/icon.tsx';
import { Screen } from '../screen.tsx';
import { useServed } from '../served.ts';

type LessonStep = Step & { kind: 'lesson' };

/** Whether the reader has finished the lesson; null while nobody has said so. */
function useDone(step: LessonStep): boolean | null {
  const { me } = useSession();
  const { courses } = useCourses();
  const { views, pending } = useProgress(courses);
  const view = views?.get(step.course.manifest.id);
  if (view?.modules[step.moduleAt]?.lessonsDone.includes(step.lesson.id)) return true;
  return me && (!view || pending) ? null : false;
}

/** The end of a lesson: one way on, which for a signed-in reader also notes that the lesson is finished. */
function Onward({ step, done, reader }: { step: LessonStep; done: boolean; reader: string | null }): ReactNode {
  const { t, lang } = useWords();
  const { status } = useSession();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const next = stepAfter(step);
  const to = next ? pathOf(next) : '/learn';
  const leaf = leafOf(step, lang);
  const finish = async (event: MouseEvent): Promise<void> => {
    if (reader) void dropPlace(reader, step.lesson.id);
    if (status === 'visitor' || done || !leaf) return;
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const mode = reader ? await modeOf(reader, step.lesson.id) : 'read';
    const entry = await append('lesson.finished', { lesson: step.lesson.id, snapshot: leaf.hash, lang, mode });
    setBusy(false);
    // It was to be kept and is not: the page says so now, before anything else.
    if (entry || status === 'unknown') navigate(to);
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
  const { me, status } = useSession();
  const done = useDone(step);
  const reader = status === 'unknown' ? null : (me?.person.id ?? 'visitor');
  const served = useServed();
  const hash = leafOf(step, lang)?.hash ?? '';
  useRecall(step.course, step.lesson.id, hash);
  const own = Object.values(step.lesson.leaves).some((leaf) => leaf.hash === served?.hash);
  const of = step.module.lessons.length;
  const words = t('learn.lessonsOf', { n: step.lessonAt + 1, of });
  return (
    <ListeningProvider course={step.course} of={step.lesson} flows>
      <Screen
        kind="reading"
        back
        title={`${n(step.moduleAt + 1)} · ${textIn(step.module.title, lang)}`}
        number={numberOf(step)}
        progress={{ value: step.lessonAt + 1, max: of + 1, words }}
      >
        <p className="small along">{words}</p>
        <h1 tabIndex={-1} data-part={TITLE}>
          {textIn(step.lesson.title, lang)}
        </h1>
        <RecallNote lesson={step.lesson} />
        <Listen narration={step.lesson.narration?.[lang]} parts={['*']} />
        <Article lesson={step.lesson.id} hash={hash} served={own ? served : null} reader={done === false ? reader : null}>
          <Onward step={step} done={done ?? false} reader={reader} />
          {step.course.manifest.audience === 'open' && <GiveLesson key={hash} number={numberOf(step)} title={textIn(step.lesson.title, lang)} hash={hash} />}
        </Article>
      </Screen>
    </ListeningProvider>
  );
}
