import type { CourseManifest } from '../curriculum/leaf.ts';
import type { Evidence, State } from '../records/state.ts';
import { type MarkOf, type Tally, tallyOf } from './tally.ts';

/** Why a stored record does not count. */
export type NotCounted = 'no_role' | 'ended' | 'unknown_snapshot' | 'not_in_course';

export interface QuizView {
  attempts: number;
  /** Best mark in whole per cent; null before the first attempt that counts. */
  best: number | null;
  passed: boolean;
}

export interface ModuleView {
  id: string;
  /** Ids of the finished lessons, in the order of the course. */
  lessonsDone: string[];
  lessonsOf: number;
  quiz: QuizView;
  state: 'todo' | 'begun' | 'done';
}

export interface CourseView {
  course: string;
  modules: ModuleView[];
  modulesDone: number;
  /** What to do next: the first lesson or quiz that is not done, in the order of the course; null when all is done. */
  next: { kind: 'lesson' | 'quiz'; id: string; module: string } | null;
  /** Records that are stored and do not count here, by id. */
  notCounted: Record<string, NotCounted>;
}

function reasonAgainst(id: string, evidence: Evidence, state: State, course: CourseManifest): NotCounted | null {
  const inCourse = course.modules.some((module) =>
    evidence.kind === 'quiz' ? module.quiz.id === evidence.quiz : module.lessons.some((lesson) => lesson.id === evidence.lesson),
  );
  if (!inCourse) return 'not_in_course';
  if (state.endings[id]) return 'ended';
  return countsIn(course, evidence.roles) ? null : 'no_role';
}

/** Whether what was received under these roles counts in a course. */
function countsIn(course: CourseManifest, roles: readonly string[]): boolean {
  return course.audience !== 'police' || roles.includes('police');
}

/** Why records that are stored do not count in a course, by id. Nothing is dropped in silence. */
export function notCounted(state: State, course: CourseManifest, markOf: MarkOf): Record<string, NotCounted> {
  return Object.fromEntries(
    Object.entries(state.evidence).flatMap(([id, evidence]): [string, NotCounted][] => {
      const reason = reasonAgainst(id, evidence, state, course) ?? (evidence.kind === 'quiz' && !markOf(id, evidence) ? 'unknown_snapshot' : null);
      return reason ? [[id, reason]] : [];
    }),
  );
}

/**
 * What a person's evidence amounts to in one course. A module is done when all its lessons are finished and the best
 * attempt is at its pass mark. Pure: equal sets give equal views.
 */
export function viewCourse(state: State, course: CourseManifest, markOf: MarkOf): CourseView {
  return { ...viewTally(tallyOf(state, markOf), course), notCounted: notCounted(state, course, markOf) };
}

/** The same from a tally, which no longer knows single records. */
export function viewTally(tally: Tally, course: CourseManifest): Omit<CourseView, 'notCounted'> {
  const counts = (roles: string): boolean => countsIn(course, roles.split(','));
  const finished = new Set(Object.keys(tally.lessons).filter((lesson) => Object.keys(tally.lessons[lesson] ?? {}).some(counts)));
  const modules = course.modules.map((module) => {
    const attempts = Object.values(Object.hasOwn(tally.quizzes, module.quiz.id) ? (tally.quizzes[module.quiz.id] ?? {}) : {})
      .flatMap((byRoles) => Object.entries(byRoles))
      .flatMap(([roles, one]) => (counts(roles) && one.best !== null ? [{ ...one, best: one.best }] : []));
    return viewModule(module, finished, {
      attempts: attempts.reduce((sum, { count }) => sum + count, 0),
      best: attempts.length ? Math.max(...attempts.map(({ best }) => best)) : null,
      passed: attempts.some(({ passed }) => passed),
    });
  });
  return {
    course: course.id,
    modules,
    modulesDone: modules.filter((module) => module.state === 'done').length,
    next: nextStep(course, finished, modules),
  };
}

function viewModule(module: CourseManifest['modules'][number], finished: ReadonlySet<string>, quiz: QuizView): ModuleView {
  const lessonsDone = module.lessons.map(({ id }) => id).filter((id) => finished.has(id));
  const done = lessonsDone.length === module.lessons.length && quiz.passed;
  const begun = lessonsDone.length > 0 || quiz.attempts > 0;
  return { id: module.id, lessonsDone, lessonsOf: module.lessons.length, quiz, state: done ? 'done' : begun ? 'begun' : 'todo' };
}

function nextStep(course: CourseManifest, finished: ReadonlySet<string>, views: readonly ModuleView[]): CourseView['next'] {
  for (const [index, module] of course.modules.entries()) {
    const lesson = module.lessons.find(({ id }) => !finished.has(id));
    if (lesson) return { kind: 'lesson', id: lesson.id, module: module.id };
    if (!views[index]?.quiz.passed) return { kind: 'quiz', id: module.quiz.id, module: module.id };
  }
  return null;
}
