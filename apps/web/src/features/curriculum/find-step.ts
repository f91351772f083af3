import type { RenderCourse } from '@seek-justice/contracts/render.ts';
import type { ManifestLesson, ManifestModule } from '@seek-justice/domain/curriculum/leaf.ts';

/** A lesson or a quiz in its place: which course and module it belongs to and what follows. */
export type Step = {
  course: RenderCourse;
  module: ManifestModule;
  /** From 0. */
  moduleAt: number;
} & ({ kind: 'lesson'; lesson: ManifestLesson; lessonAt: number } | { kind: 'quiz' });

/** Finds a lesson or quiz by its id; null when no course that is known here has it. */
export function findStep(courses: readonly RenderCourse[], id: string): Step | null {
  for (const course of courses) {
    for (const [moduleAt, module] of course.manifest.modules.entries()) {
      const place = { course, module, moduleAt };
      if (module.quiz.id === id) return { ...place, kind: 'quiz' };
      const lessonAt = module.lessons.findIndex((lesson) => lesson.id === id);
      const lesson = module.lessons[lessonAt];
      if (lesson) return { ...place, kind: 'lesson', lesson, lessonAt };
    }
  }
  return null;
}

/** What follows in the order of the course: the next lesson, the module's quiz, the next module's first lesson; null at the end. */
export function stepAfter(step: Step): Step | null {
  const { course, module, moduleAt } = step;
  const lessonAt = step.kind === 'lesson' ? step.lessonAt + 1 : module.lessons.length;
  const lesson = module.lessons[lessonAt];
  if (lesson) return { course, module, moduleAt, kind: 'lesson', lesson, lessonAt };
  if (step.kind === 'lesson') return { course, module, moduleAt, kind: 'quiz' };
  const nextModule = course.manifest.modules[moduleAt + 1];
  const first = nextModule?.lessons[0];
  return nextModule && first ? { course, module: nextModule, moduleAt: moduleAt + 1, kind: 'lesson', lesson: first, lessonAt: 0 } : null;
}

/** Address of a step. Ids are opaque: an address says nothing of what is read. */
export function pathOf(step: Step): string {
  return `/learn/${step.kind === 'lesson' ? step.lesson.id : step.module.quiz.id}`;
}

/** The leaf of a step in a language, or in another where that one is missing. */
export function leafOf(step: Step, lang: string): { hash: string; bytes: number } | undefined {
  const { leaves } = step.kind === 'lesson' ? step.lesson : step.module.quiz;
  return leaves[lang] ?? Object.values(leaves)[0];
}

/** The number by which a step is spoken of, `2.1`; a quiz has its module's. */
export function numberOf(step: Step): string {
  return step.kind === 'lesson' ? `${step.moduleAt + 1}.${step.lessonAt + 1}` : `${step.moduleAt + 1}`;
}
