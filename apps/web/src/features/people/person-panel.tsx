import type { ReactNode } from 'react';
import { Competences } from './competences.tsx';
import { Failure } from './failure.tsx';
import { SamePerson } from './merge/same-person.tsx';
import { ModuleProgress } from './module-progress.tsx';
import { NewCard } from './new-card.tsx';
import { notCountedAnywhere } from './not-counted.ts';
import { PersonDetails } from './person-details.tsx';
import { isLearnerRole, type Progress, type Row } from './shapes.ts';
import { inLanguage, useSiteData } from './site-data.tsx';
import { usePerson } from './use-person.ts';
import { useStaffWords } from './words.ts';

function Refused({ progress }: { progress: Progress }): ReactNode {
  const { t, lang } = useStaffWords();
  const refused = notCountedAnywhere(progress, useSiteData().modules);
  if (refused.length === 0) return null;
  return (
    <details className="refused-records">
      <summary>{t('open.notCounted', { count: refused.length })}</summary>
      <ul>
        {refused.map(({ id, kind, title, reason }) => (
          <li key={id}>
            <b>{title ? t('open.recordLesson', { title: inLanguage(title, lang) }) : t(kind === 'lesson' ? 'open.recordLessonUnknown' : 'open.recordQuizUnknown')}</b>:{' '}
            {t(`reason.${reason}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Answers that a phone made and that have not come: somebody may carry them, or the phone may be lost. */
function Missing({ progress }: { progress: Progress }): ReactNode {
  const { t } = useStaffWords();
  const count = progress.devices.reduce((sum, { missing }) => sum + missing, 0);
  return count > 0 && <p className="small missing">{t('open.missing', { count })}</p>;
}

function Modules({ progress }: { progress: Progress }): ReactNode {
  const { modules } = useSiteData();
  const views = progress.courses.flatMap((course) => course.modules);
  return (
    <ol className="modules-open">
      {views.map((view, index) => (
        <ModuleProgress key={view.id} view={view} module={modules.find(({ id }) => id === view.id)} number={index + 1} />
      ))}
    </ol>
  );
}

/** Whether somebody learns here and is no officer: only such people can have joined a second time. */
function isLearner({ roles }: Row): boolean {
  return roles.some(isLearnerRole) && !roles.includes('police');
}

interface Props {
  person: Row;
  mayWrite: boolean;
  /** Called when a new card has been made: the account waits for its first use again. */
  onNewCard: () => void;
}

/** What is behind a line of the list: every module, what does not count and why, and a new card or link. */
export function PersonPanel({ person, mayWrite, onNewCard }: Props): ReactNode {
  const { t } = useStaffWords();
  const { opened, again } = usePerson(person.id);
  // Whoever works in the office alone is no learner who has not begun.
  const learns = person.roles.some(isLearnerRole) || person.lessonsDone > 0;
  const card = mayWrite && person.account !== 'none';
  return (
    <section className="panel" aria-label={t('open.about', { name: person.name })}>
      {opened.state === 'loading' && (
        <p className="panel-wait" role="status">
          {t('open.loading', { name: person.name })}
        </p>
      )}
      {opened.state === 'failed' && <Failure status={opened.status} again={again} />}
      {opened.state === 'ready' && (
        <>
          {opened.person && <PersonDetails person={opened.person} />}
          {opened.person?.roles.includes('reviewer') && <Competences person={opened.person} />}
          {learns && <Modules progress={opened.progress} />}
          <Refused progress={opened.progress} />
          <Missing progress={opened.progress} />
        </>
      )}
      {mayWrite && isLearner(person) && <SamePerson person={person} onChanged={again} />}
      {card && <NewCard person={person} onMade={onNewCard} />}
    </section>
  );
}
