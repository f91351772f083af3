import type { Mark } from '../assessment/score.ts';
import type { CourseManifest } from '../curriculum/leaf.ts';
import type { Evidence, State } from '../records/state.ts';

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

/** The mark of a handed-in quiz by the snapshot that it answered; null when that snapshot is not known. */
export type MarkOf = (recordId: string, evidence: Evidence & { kind: 'quiz' }) => Mark | null;

function reasonAgainst(id: string, evidence: Evidence, state: State, course: CourseManifest): NotCounted | null {
  if (state.endings[id]) return 'ended';
  if (course.audience === 'police' && !evidence.roles.includes('police')) return 'no_role';
  return null;
}

/**
 * What a person's evidence amounts to in one course: evidence minus ended, then best of attempts. A module is done
 * when all its lessons are finished and the best attempt is at its pass mark. Pure: equal sets give equal views.
 */
export function viewCourse(state: State, course: CourseManifest, markOf: MarkOf): CourseView {
  const notCounted: Record<string, NotCounted> = {};
  const finished = new Set<string>();
  const marks = new Map<string, Mark[]>();
  const lessons = new Set(course.modules.flatMap((module) => module.lessons.map(({ id }) => id)));
  const quizzes = new Set(course.modules.map((module) => module.quiz.id));
  for (const [id, evidence] of Object.entries(state.evidence)) {
    const inCourse = evidence.kind === 'lesson' ? lessons.has(evidence.lesson) : quizzes.has(evidence.quiz);
    const against = inCourse ? reasonAgainst(id, evidence, state, course) : 'not_in_course';
    if (against) notCounted[id] = against;
    else if (evidence.kind === 'lesson') finished.add(evidence.lesson);
    else {
      const mark = markOf(id, evidence);
      if (mark) marks.set(evidence.quiz, [...(marks.get(evidence.quiz) ?? []), mark]);
      else notCounted[id] = 'unknown_snapshot';
    }
  }
  const modules = course.modules.map((module) => viewModule(module, finished, marks.get(module.quiz.id) ?? []));
  return {
    course: course.id,
    modules,
    modulesDone: modules.filter((module) => module.state === 'done').length,
    next: nextStep(course, finished, modules),
    notCounted,
  };
}

function viewModule(module: CourseManifest['modules'][number], finished: ReadonlySet<string>, marks: readonly Mark[]): ModuleView {
  const lessonsDone = module.lessons.map(({ id }) => id).filter((id) => finished.has(id));
  const quiz = {
    attempts: marks.length,
    best: marks.length ? Math.max(...marks.map(({ percent }) => percent)) : null,
    passed: marks.some(({ passed }) => passed),
  };
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
