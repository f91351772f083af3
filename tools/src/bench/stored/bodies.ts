import type { QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { canonical, type Json } from '@seek-justice/domain/kernel/canonical.ts';
import type { OpenCourse } from '../servers/curriculum.ts';

/** A record's type and the canonical text of its body. */
export interface StoredBody {
  type: string;
  text: string;
}

/** Answers to a quiz: all right but the items at `wrong`. */
export function answersOf(quiz: QuizLeaf, wrong: readonly number[] = []): Record<string, string[]> {
  return Object.fromEntries(
    quiz.items.map(({ id, options }, index) => [id, options.filter(({ right }) => right !== wrong.includes(index)).map((option) => option.id)]),
  );
}

/** What learners of the open course hand in: every lesson in two ways, every quiz with no to three mistakes. */
export function bodiesOf({ manifest, quizzes }: OpenCourse): StoredBody[] {
  const lessons = manifest.modules.flatMap((module) =>
    module.lessons.flatMap(({ id, leaves }) =>
      ['read', 'listen'].map((mode) => body('lesson.finished', { lesson: id, snapshot: leaves.km?.hash ?? '', lang: 'km', mode })),
    ),
  );
  const attempts = quizzes.flatMap(({ hash, leaf }) =>
    [[], [0], [1, 2], [0, 3, 4]].map((wrong) => body('quiz.submitted', { quiz: leaf.id, snapshot: hash, lang: 'km', answers: answersOf(leaf, wrong) })),
  );
  return [...lessons, ...attempts];
}

const body = (type: string, value: Json): StoredBody => ({ type, text: canonical(value) });
