import type { Answers } from '../../answers.ts';

/** A person handed in a quiz. Answers, not scores: the snapshot that was answered says what they are worth. */
export interface QuizSubmitted {
  quiz: string;
  /** Hash of the quiz leaf that was answered. */
  snapshot: string;
  lang: string;
  answers: Answers;
}

export interface QuizEvidence {
  kind: 'quiz';
  quiz: string;
  snapshot: string;
  answers: Answers;
  at: string;
  roles: string[];
}

export function quizEvidence(body: QuizSubmitted, stamp: { at: string; roles: readonly string[] }): QuizEvidence {
  return {
    kind: 'quiz',
    quiz: body.quiz,
    snapshot: body.snapshot,
    answers: body.answers,
    at: stamp.at,
    roles: [...stamp.roles].sort(),
  };
}
