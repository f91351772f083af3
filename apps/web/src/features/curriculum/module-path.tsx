import type { ReactNode } from 'react';
import type { RenderCourse } from '@seek-justice/contracts/render.ts';
import type { ManifestModule } from '@seek-justice/domain/curriculum/leaf.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import type { CourseView, ModuleView } from '@seek-justice/domain/progress/view.ts';
import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { kilobytes } from './kilobytes.ts';
import { StepRow } from './step-row.tsx';

type Place = 'done' | 'now' | 'later';

/** All that a module costs to fetch in one language. */
function bytesOf(module: ManifestModule, lang: string): number {
  return [...module.lessons, module.quiz].reduce((sum, { leaves }) => sum + (leaves[lang]?.bytes ?? 0), 0);
}

function About({ module, view, place }: { module: ManifestModule; view: ModuleView | undefined; place: Place | null }): ReactNode {
  const { t, lang } = useWords();
  const done = view?.lessonsDone.length ?? 0;
  const best = view?.quiz.best ?? null;
  const minutes = module.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const begun = done > 0 || best !== null;
  return (
    <span className="small">
      {place && <span className={`state ${place}`}>{t(`learn.${place}`)}</span>}
      {begun && place !== 'done' && ` · ${t('learn.lessonsDone', { n: done, of: module.lessons.length })}`}
      {best !== null && ` · ${t('learn.best', { n: best })}`}
      {/* What it will cost, for who has not paid it yet. */}
      {!begun && `${place ? ' · ' : ''}${t('learn.minutes', { n: minutes })} · ${t('learn.kb', { n: kilobytes(bytesOf(module, lang)) })}`}
    </span>
  );
}

interface Props {
  course: RenderCourse;
  /** Null for a visitor. */
  view: CourseView | null;
  /** It is not known yet what the reader has done. */
  pending: boolean;
}

/** The modules as a path: done, now, later. Each opens to its lessons and questions, so that anything can be reached. */
export function ModulePath({ course, view, pending }: Props): ReactNode {
  const { t, lang } = useWords();
  const { modules } = course.manifest;
  const now = view ? view.next?.module : modules[0]?.id;
  return (
    <ol className="path">
      {modules.map((module, moduleAt) => {
        const seen = view?.modules.find(({ id }) => id === module.id);
        const place = pending ? null : seen?.state === 'done' ? 'done' : module.id === now ? 'now' : 'later';
        return (
          <li key={module.id} className={place ?? undefined}>
            <span className={`dot ${place ?? ''}`} aria-hidden="true">
              {place === 'done' && <Icon name="check" />}
            </span>
            <details open={place === 'now'}>
              <summary>
                <span className="module-title">
                  <span className="sr">{t('learn.module', { n: moduleAt + 1 })}: </span>
                  {textIn(module.title, lang)}
                </span>
                <About module={module} view={seen} place={place} />
              </summary>
              <p className="small summary">{textIn(module.summary, lang)}</p>
              <ul className="steps">
                {module.lessons.map((lesson, lessonAt) => (
                  <StepRow
                    key={lesson.id}
                    step={{ course, module, moduleAt, kind: 'lesson', lesson, lessonAt }}
                    done={seen?.lessonsDone.includes(lesson.id) ?? false}
                    best={null}
                  />
                ))}
                <StepRow step={{ course, module, moduleAt, kind: 'quiz' }} done={seen?.quiz.passed ?? false} best={seen?.quiz.best ?? null} />
              </ul>
            </details>
          </li>
        );
      })}
    </ol>
  );
}
