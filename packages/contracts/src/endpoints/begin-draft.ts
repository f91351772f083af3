import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { documentKind, draftDocument, draftId, langTag } from './draft.ts';

export const beginDraft = endpoint({
  id: 'drafts.begin',
  method: 'POST',
  path: '/api/drafts',
  summary: 'Begin a course, or a module, lesson or quiz below another document. The id is the author’s own; sending again is safe.',
  body: z.object({ id: draftId, kind: documentKind, parent: draftId.nullable(), after: draftId.nullable(), source: langTag }).meta({ id: 'BeginDraft' }),
  success: { status: 201, body: z.object({ document: draftDocument, version: z.int() }).meta({ id: 'DraftBegun' }) },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'draft_taken', 'bad_request', 'bad_origin'],
});
