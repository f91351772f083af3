import { z } from 'zod';
import { languageTag, sha256Hex, shortId } from '../../schema-parts.ts';

/** Body of `lesson.finished`, version 1. Unknown members pass: they are stored, not used. */
export const lessonFinishedV1 = z.looseObject({
  lesson: shortId,
  snapshot: sha256Hex,
  lang: languageTag,
  mode: z.enum(['read', 'listen']),
});
