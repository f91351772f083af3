import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { uuid } from '../parts.ts';
import { commentText, competence, draftId, thingId } from './draft.ts';
import { draftReview } from './read-draft.ts';
import { sourceId } from './source.ts';

const params = z.object({ id: draftId });

export const signOff = endpoint({
  id: 'drafts.sign-off',
  method: 'POST',
  path: '/api/drafts/:id/sign-offs',
  summary: 'Answer for blocks or items with a competence that the account holds, until a day. Of a document that changed since `version` nothing is signed.',
  params,
  body: z
    .object({
      version: z.int().min(1),
      things: z.array(thingId).min(1).max(500),
      competence,
      reviewBy: z.iso.date(),
      withdraw: z.boolean().default(false),
      /** The versions of the sources that the reviewer has read: where another one stands by now, nothing is signed for law. */
      sources: z.record(sourceId, z.int().min(0)).optional(),
    })
    .meta({ id: 'SignOff' }),
  success: { status: 200, body: draftReview },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'draft_moved_on', 'source_moved_on', 'not_competent', 'bad_request', 'bad_origin'],
});

export const addComment = endpoint({
  id: 'drafts.comment',
  method: 'POST',
  path: '/api/drafts/:id/comments',
  summary: 'Say something of a block or item. The id is the writer’s own; sending again is safe.',
  params,
  body: z.object({ id: uuid, thing: thingId, text: commentText }).meta({ id: 'AddComment' }),
  success: { status: 200, body: draftReview },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request', 'bad_origin'],
});

export const settleComment = endpoint({
  id: 'drafts.settle',
  method: 'POST',
  path: '/api/drafts/:id/comments/settle',
  summary: 'Say that a comment is settled, or open again.',
  params,
  body: z.object({ comment: uuid, settled: z.boolean() }).meta({ id: 'SettleComment' }),
  success: { status: 200, body: draftReview },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request', 'bad_origin'],
});
