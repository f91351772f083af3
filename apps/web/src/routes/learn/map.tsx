import { type ReactNode, useEffect } from 'react';
import { Link } from '../../ui/router.tsx';
import type { RenderCourse } from '@seek-justice/contracts/render.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import type { CourseView } from '@seek-justice/domain/progress/view.ts';
import { useReaders } from '../../auth/profile/use-profiles.ts';
import { useSession } from '../../auth/session.ts';
import { useCourses } from '../../features/curriculum/courses.tsx';
import { findStep, leafOf } from '../../features/curriculum/find-step.ts';
import { useCourseOnPhone } from '../../features/curriculum/keep-course.ts';
import { usePrefetch } from '../../features/curriculum/leaves.ts';
import { GoOn } from '../../features/curriculum/go-on.tsx';
import { ModulePath } from '../../features/curriculum/module-path.tsx';
import { useProgress } from '../../features/progress/progress.ts';
import { useWords } from '../../i18n/words.ts';
import { useStore } from '../../local/store.ts';
import { letUpdate, news } from '../../local/worker.ts';
import { Failed, Message } from '../../ui/message.tsx';
import { Screen } from '../screen.tsx';
import { AllDone } from './all-done.tsx';
import { Account } from './account.tsx';
import { PhoneSays } from './phone-says.tsx';
import { WaitingLine } from './waiting.tsx';

/** Where the reader stands, in one sentence. */
function Place({ course, view }: { course: RenderCourse; view: CourseView | null }): ReactNode {
  const { t } = useWords();
  const { modules } = course.manifest;
  const at = modules.findIndex(({ id }) => id === view?.next?.module);
  const begun = view?.modules.some((module) => module.state !== 'todo') ?? false;
  return <p className="place">{begun && at >= 0 ? t('learn.place', { n: at + 1, of: modules.length }) : t('learn.placeNew', { n: modules.length })}</p>;
}

/** The card's place while it is not known yet what is next for this reader. */
function Pending(): ReactNode {
  const { t } = useWords();
  return (
    <section className="go-on pending" aria-busy="true">
      <p role="status">{t('state.loading')}</p>
    </section>
  );
}

function CourseMap(props: { course: RenderCourse; view: CourseView | null; pending: boolean; missing: number }): ReactNode {
  const { course, view, pending, missing } = props;
  const { t, lang } = useWords();
  const first = course.manifest.modules[0]?.lessons[0]?.id;
  const nextId = view ? view.next?.id : first;
  const next = nextId ? findStep([course], nextId) : null;
  const begun = view?.modules.some((module) => module.state !== 'todo') ?? false;
  usePrefetch(next && !pending ? leafOf(next, lang)?.hash : undefined);
  useCourseOnPhone(course);
  return (
    <section className="course" aria-labelledby={course.manifest.id}>
      <div className="lead">
        <h1 id={course.manifest.id} tabIndex={-1}>
          {textIn(course.manifest.title, lang)}
        </h1>
        {pending ? (
          <Pending />
        ) : next ? (
          <>
            <Place course={course} view={view} />
            <GoOn step={next} begun={begun} />
          </>
        ) : (
          <AllDone />
        )}
        <WaitingLine missing={missing} />
      </div>
      <div className="way">
        <h2>{t('learn.path')}</h2>
        <ModulePath course={course} view={view} pending={pending} />
      </div>
    </section>
  );
}

/** The learner's home: what is next, the whole path, what waits to be sent. */
export function MapScreen(): ReactNode {
  const { t } = useWords();
  const { courses, state, refresh, renew } = useCourses();
  const newer = useStore(news)?.courses;
  const { status } = useSession();
  const { views, stale, pending, missing } = useProgress(courses);
  const readers = useReaders();
  useEffect(() => {
    // Without a course there is nothing to show; with an account there may be more than the page knows.
    if (state === 'known' && (courses.length === 0 || status === 'signed-in')) void refresh();
  }, [state, status, courses.length, refresh]);
  // Here nobody is in the middle of something: newer lessons and a newer build may come in.
  useEffect(() => {
    if (newer) renew(newer);
  }, [newer, renew]);
  useEffect(letUpdate, []);
  const gone = state === 'offline' || state === 'failed';
  return (
    <Screen kind="map" spread>
      <PhoneSays locked={readers?.locked} />
      {courses.length === 0 && gone && <Failed offline={state === 'offline'} again={() => void refresh()} />}
      {courses.length === 0 && state === 'fresh' && <Message title={t('learn.empty')} text={t('learn.emptyText')} />}
      {courses.length === 0 && !gone && state !== 'fresh' && <p role="status">{t('state.loading')}</p>}
      {courses.map((course) => (
        <CourseMap key={course.manifest.id} course={course} view={views?.get(course.manifest.id) ?? null} pending={pending} missing={missing} />
      ))}
      {stale && <p className="small note">{t('learn.stale')}</p>}
      {status === 'visitor' || status === 'unknown' ? (
        !readers?.locked && (
          <p className="account">
            <Link to="/sign-in">{t('learn.signIn')}</Link>
            <span className="small">{t('learn.signInWhy')}</span>
          </p>
        )
      ) : (
        <Account number={readers?.now?.number} />
      )}
      <p>
        <Link to="/search">{t('learn.search')}</Link>
      </p>
      <p>
        <Link to="/phone">{t('learn.phone')}</Link>
      </p>
    </Screen>
  );
}
