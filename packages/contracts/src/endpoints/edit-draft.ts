import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { draftDocument, draftEdit, draftId, editOutcome } from './draft.ts';

export const editDraft = endpoint({
  id: 'drafts.edit',
  method: 'POST',
  path: '/api/drafts/:id/edits',
  summary: 'Change a document field by field. One outcome per edit, in order; sending again is safe. Without edits: what is new, and who else is at work.',
  params: z.object({ id: draftId }),
  body: z.object({ version: z.int().min(0), edits: z.array(draftEdit).max(500) }).meta({ id: 'EditDraft' }),
  success: {
    status: 200,
    body: z
      .object({
        version: z.int(),
        outcomes: z.array(editOutcome),
        /** The whole document where it holds more than the version that was named. */
        document: draftDocument.nullable(),
        others: z.array(z.string()),
        /** Another text than before as soon as there is another comment or signature. */
        said: z.string(),
      })
      .meta({ id: 'DraftSaved' }),
  },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request', 'bad_origin', 'too_large'],
});
