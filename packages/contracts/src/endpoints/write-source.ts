import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { sourceEntry, sourceFields, sourceId } from './source.ts';

export const writeSource = endpoint({
  id: 'sources.write',
  method: 'POST',
  path: '/api/sources/:id',
  summary: 'Add a source (version 0; the id is the author’s own), or change the version that was seen. Sending again is safe.',
  params: z.object({ id: sourceId }),
  body: z.object({ version: z.int().min(0), source: sourceFields }).meta({ id: 'WriteSource' }),
  success: { status: 200, body: sourceEntry },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'source_moved_on', 'bad_request', 'bad_origin'],
});
