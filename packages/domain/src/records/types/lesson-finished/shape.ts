/** A person went through a lesson to its end. */
export interface LessonFinished {
  /** The lesson's stable id. */
  lesson: string;
  /** Hash of the lesson leaf that was read. */
  snapshot: string;
  /** Language it was read in. */
  lang: string;
  mode: 'read' | 'listen';
}

/** What the fold keeps of it: enough for every view, nothing that a view could compute. */
export interface LessonEvidence {
  kind: 'lesson';
  lesson: string;
  /** When the server received it, ISO 8601 UTC. */
  at: string;
  /** Roles at receipt, sorted. */
  roles: string[];
}

export function lessonEvidence(body: LessonFinished, stamp: { at: string; roles: readonly string[] }): LessonEvidence {
  return { kind: 'lesson', lesson: body.lesson, at: stamp.at, roles: [...stamp.roles].sort() };
}
