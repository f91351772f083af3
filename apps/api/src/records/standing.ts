import { emptyTally, type Tally } from '@seek-justice/domain/progress/tally.ts';
import { viewTally } from '@seek-justice/domain/progress/view.ts';
import type { PublishedCourse } from './published.ts';

/** What is stored of one subject: the tally of their records, and its view for lists. */
export interface Standing {
  subject: string;
  /** Of the subject's own records. */
  tally: Tally;
  /** Of everything that counts for the person, also as whom else they are known. */
  whole: Tally;
  modulesDone: string[];
  lessonsDone: number;
  begun: boolean;
}

/**
 * The stored view that follows from a tally; of somebody who is merged with others, from the whole of it. Pure, so that
 * append, rebuild and publish cannot disagree.
 */
export function standingOf(subject: string, tally: Tally | null, courses: readonly PublishedCourse[], whole?: Tally): Standing {
  const known = whole ?? tally ?? emptyTally();
  const modules = courses.flatMap(({ manifest }) => viewTally(known, manifest).modules);
  return {
    subject,
    tally: tally ?? emptyTally(),
    whole: known,
    modulesDone: modules.filter(({ state }) => state === 'done').map(({ id }) => id),
    lessonsDone: modules.reduce((sum, module) => sum + module.lessonsDone.length, 0),
    begun: known.lastAt !== null,
  };
}
