import type { State } from '@seek-justice/domain/records/state.ts';
import { type MarkOf, viewCourse } from '@seek-justice/domain/progress/view.ts';
import type { PublishedCourse } from './published.ts';

/** The stored view of one subject, for lists. */
export interface Standing {
  subject: string;
  modulesDone: string[];
  lessonsDone: number;
  begun: boolean;
  /** Receipt of the latest record that counts; null before the first. */
  lastAt: string | null;
}

/** What a subject's sets amount to over all courses. Pure, so that rebuild and append cannot disagree. */
export function standingOf(subject: string, state: State, courses: readonly PublishedCourse[], markOf: MarkOf): Standing {
  const views = courses.map(({ manifest }) => viewCourse(state, manifest, markOf));
  const modules = views.flatMap((view) => view.modules);
  const live = Object.entries(state.evidence).filter(([id]) => !state.endings[id]);
  const times = live.map(([, evidence]) => evidence.at).sort();
  return {
    subject,
    modulesDone: modules.filter(({ state: done }) => done === 'done').map(({ id }) => id),
    lessonsDone: modules.reduce((sum, module) => sum + module.lessonsDone.length, 0),
    begun: live.length > 0,
    lastAt: times.at(-1) ?? null,
  };
}

/** Hashes of the quizzes that a state's attempts answered: what has to be loaded before it can be marked. */
export function quizHashes(state: State): string[] {
  return Object.values(state.evidence).flatMap((evidence) => (evidence.kind === 'quiz' ? [evidence.snapshot] : []));
}
