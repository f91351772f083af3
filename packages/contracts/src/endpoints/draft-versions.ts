import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { draftDocument, draftId } from './draft.ts';

const params = z.object({ id: draftId });

export const draftVersions = endpoint({
  id: 'drafts.versions',
  method: 'GET',
  path: '/api/drafts/:id/versions',
  summary: 'The history of a document, newest first; `before` goes on with versions older than one.',
  params,
  query: z.object({ before: z.coerce.number().int().min(1).optional() }),
  success: {
    status: 200,
    body: z
      .object({
        versions: z.array(z.object({ version: z.int(), at: z.string(), by: z.string().nullable(), why: z.enum(['seed', 'begun', 'edit', 'restored', 'imported']) })),
        /** Whether there are older ones. */
        more: z.boolean(),
      })
      .meta({ id: 'DraftVersions' }),
  },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request'],
});

export const draftVersion = endpoint({
  id: 'drafts.version',
  method: 'GET',
  path: '/api/drafts/:id/versions/:version',
  summary: 'A document as it stood in one version.',
  params: z.object({ id: draftId, version: z.coerce.number().int().min(1) }),
  success: { status: 200, body: draftDocument.pick({ body: true, bases: true }).meta({ id: 'DraftAtVersion' }) },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request'],
});

export const restoreDraft = endpoint({
  id: 'drafts.restore',
  method: 'POST',
  path: '/api/drafts/:id/restore',
  summary: 'Make an older version the present one; the one that it replaces stays in the history.',
  params,
  body: z.object({ version: z.int().min(1) }).meta({ id: 'RestoreDraft' }),
  success: { status: 200, body: z.object({ document: draftDocument, version: z.int() }).meta({ id: 'DraftRestored' }) },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request', 'bad_origin'],
});
