import { z } from 'zod';
import { languageTag, sha256Hex, shortId } from '../../schema-parts.ts';

/** Body of `quiz.submitted`, version 1. */
export const quizSubmittedV1 = z.looseObject({
  quiz: shortId,
  snapshot: sha256Hex,
  lang: languageTag,
  answers: z.record(shortId, z.array(shortId).max(20)).refine((answers) => Object.keys(answers).length <= 100),
});
