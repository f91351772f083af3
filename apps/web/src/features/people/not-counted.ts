import type { Progress, TaughtModule } from './shapes.ts';

type Reason = Progress['courses'][number]['notCounted'][string];

/** A stored record that counts in no course, and why. */
export interface NotCounted {
  id: string;
  reason: Reason;
  kind: 'lesson' | 'quiz';
  /** Title of its lesson or module, as far as it is known here. */
  title: TaughtModule['title'] | null;
}

interface Evidence {
  kind: 'lesson' | 'quiz';
  lesson?: string;
}

/**
 * Records that no course counts. Each course says of the records of the others that they are not its own; only
 * where all refuse one is that the reason.
 */
export function notCountedAnywhere(progress: Progress, modules: readonly TaughtModule[]): NotCounted[] {
  const lessons = new Map(modules.flatMap((module) => module.lessons.map((lesson) => [lesson.id, lesson.title] as const)));
  return Object.entries(progress.state.evidence).flatMap(([id, evidence]) => {
    const reasons = progress.courses.map((course) => course.notCounted[id]);
    if (reasons.length === 0 || reasons.some((reason) => reason === undefined)) return [];
    const reason = reasons.find((one) => one !== 'not_in_course') ?? 'not_in_course';
    const { kind, lesson } = evidence as Evidence;
    return [{ id, reason, kind, title: (lesson !== undefined && lessons.get(lesson)) || null }];
  });
}
