import { z } from 'zod';

/** Stable id of a course, module, lesson, quiz, item or option in the curriculum. */
export const shortId = z.string().regex(/^[a-z0-9]{1,12}$/);
/** SHA-256 in lower-case hexadecimal. */
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
/** BCP 47 language tag, language alone. */
export const languageTag = z.string().regex(/^[a-z]{2,3}$/);
/** UUID version 4 in lower case. */
export const recordId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
