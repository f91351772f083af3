import { z } from 'zod';
import { plain } from '../parts.ts';

/** Id of a document: opaque, six characters, never changed. */
export const draftId = z.string().regex(/^[a-z][a-z0-9]{5}$/);
export const documentKind = z.enum(['course', 'module', 'lesson', 'quiz']);
export const langTag = z.string().regex(/^[a-z]{2,3}$/);

/** Id of a block or item, or `:self` for the texts of the document itself. */
export const thingId = z.string().regex(/^(?::self|[a-z0-9]{1,12})$/);
export const competence = z.string().regex(/^(?:law|safety|scripture|lang:[a-z]{2,3})$/);

const basis = z.object({ from: langTag, text: z.string() });
const bases = z.record(z.string(), z.record(z.string(), basis));

/** A document as authors work on it. Its members depend on its kind; the domain checks them. */
export const draftDocument = z
  .object({
    id: draftId,
    kind: documentKind,
    body: z.looseObject({ source: langTag }),
    bases,
  })
  .meta({ id: 'DraftDocument' });

/** Keys and ids from the document downwards. */
const path = z.array(z.string().max(40)).min(1).max(24);
const json = z.json();

/** One change; the domain judges whether its field can hold it. */
export const draftEdit = z
  .discriminatedUnion('op', [
    z.object({ op: z.literal('set'), path, lang: langTag.optional(), was: json, value: json, from: basis.optional() }),
    z.object({ op: z.literal('confirm'), path, lang: langTag, from: basis }),
    z.object({ op: z.literal('add'), path, thing: z.looseObject({ id: z.string() }), after: z.string().nullable(), bases: bases.optional() }),
    z.object({ op: z.literal('remove'), path, id: z.string(), was: json }),
    z.object({ op: z.literal('move'), path, id: z.string(), after: z.string().nullable() }),
  ])
  .meta({ id: 'DraftEdit' });

export const editOutcome = z
  .object({ result: z.enum(['done', 'conflict', 'gone', 'refused']), current: json.optional() })
  .meta({ id: 'EditOutcome' });

export const commentText = plain.trim().min(1).max(2_000);

/** How far one language of a document, or of all that is below it, has come: counts of texts, and of blocks and items. */
export const languageState = z
  .object({ texts: z.int(), missing: z.int(), stale: z.int(), things: z.int(), reviewed: z.int(), parts: z.int(), unheard: z.int() })
  .meta({ id: 'LanguageState' });
