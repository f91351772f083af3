import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { commentText, competence, draftDocument, draftId, thingId } from './draft.ts';
import { sourceContent, sourceId } from './source.ts';

/** What is said of a document beside its text. */
export const draftReview = z
  .object({
    /** Another text than before as soon as there is another comment or signature; the answer to a save has the same. */
    said: z.string(),
    /** What still wants a signature. */
    unsigned: z.array(z.object({ thing: thingId, competence })),
    /** `brought`: given in another office, and vouched for by whoever brought it here. */
    signed: z.array(z.object({ thing: thingId, competence, by: z.string(), on: z.string(), reviewBy: z.string(), brought: z.boolean() })),
    /** Signatures for law that ended because a source of their block says something else now: which, and what it said when it was signed. */
    sourcesChanged: z.array(z.object({ thing: thingId, source: sourceId, signedOn: z.string(), before: sourceContent.nullable(), now: sourceContent.nullable() })),
    comments: z.array(z.object({ id: z.string(), thing: thingId, by: z.string(), at: z.string(), text: commentText, settled: z.boolean() })),
    /** What the reader of this answer may sign off. */
    mine: z.array(competence),
    /** Keys of parts without a recording, of those recorded before the text changed, and of those whose text is older than its source, by language. */
    audio: z.record(z.string(), z.object({ parts: z.int(), missing: z.array(z.string()), stale: z.array(z.string()), older: z.array(z.string()) })),
  })
  .meta({ id: 'DraftReview' });

export const readDraft = endpoint({
  id: 'drafts.read',
  method: 'GET',
  path: '/api/drafts/:id',
  summary: 'A document as authors work on it, with what is said of it.',
  params: z.object({ id: draftId }),
  success: { status: 200, body: z.object({ document: draftDocument, version: z.int(), review: draftReview }).meta({ id: 'Draft' }) },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request'],
});
