import type { Envelope } from './envelope.ts';
import { type LessonEvidence, type LessonFinished, lessonEvidence } from './types/lesson-finished/shape.ts';
import { type QuizEvidence, type QuizSubmitted, quizEvidence } from './types/quiz-submitted/shape.ts';
import { type RecordVoided, type Voiding, voiding } from './types/record-voided/shape.ts';

export type Evidence = LessonEvidence | QuizEvidence;

/**
 * Everything that is known of one subject, as sets keyed by record id: what happened, and what was ended.
 * Merging is union, so order, repeats and splits cannot matter (SPEC.md, S1–S4).
 */
export interface State {
  /** Evidence by the id of its record. */
  evidence: Record<string, Evidence>;
  /** Endings by the id of the ended record, then by the id of the ending one. */
  endings: Record<string, Record<string, Voiding>>;
}

/** What the owning installation says of a record when it takes it in. */
export interface Stamp {
  /** Time of receipt, ISO 8601 UTC. */
  at: string;
  /** Roles that the sending account held at any time between `after` and receipt. */
  roles: readonly string[];
}

export function emptyState(): State {
  return { evidence: {}, endings: {} };
}

type Counted = Pick<Envelope, 'id' | 'type' | 'v' | 'body'>;

/** The evidence that a record is, or null when it is none (an ending, an unknown type or version). */
export function evidenceOf(record: Counted, stamp: Stamp): Evidence | null {
  if (record.v !== 1) return null;
  if (record.type === 'lesson.finished') return lessonEvidence(record.body as unknown as LessonFinished, stamp);
  if (record.type === 'quiz.submitted') return quizEvidence(record.body as unknown as QuizSubmitted, stamp);
  return null;
}

/** Whether a record ends another one. */
export function isEnding(record: Pick<Envelope, 'type' | 'v'>): boolean {
  return record.type === 'record.voided' && record.v === 1;
}

/** Adds one record to a state, in place. Unknown types and versions leave it as it is. */
export function addRecord(state: State, record: Counted, stamp: Stamp): void {
  const evidence = evidenceOf(record, stamp);
  if (evidence) state.evidence[record.id] = evidence;
  else if (isEnding(record)) {
    const body = record.body as unknown as RecordVoided;
    (state.endings[body.record] ??= {})[record.id] = voiding(body, stamp);
  }
}

/** The union of two states of the same subject. Neither is changed. */
export function mergeStates(a: State, b: State): State {
  const endings: State['endings'] = {};
  // Copied to the bottom: records may be added to the union, and neither part must change with it.
  for (const [target, by] of [...Object.entries(a.endings), ...Object.entries(b.endings)]) endings[target] = { ...endings[target], ...by };
  return { evidence: { ...a.evidence, ...b.evidence }, endings };
}
