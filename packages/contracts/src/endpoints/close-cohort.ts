import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { uuid } from '../parts.ts';
import { cohort } from './cohort.ts';

export const closeCohort = endpoint({
  id: 'cohorts.close',
  method: 'POST',
  path: '/api/cohorts/:id/close',
  summary: 'Close a cohort, so that nobody new joins with its code, or open it again.',
  params: z.object({ id: uuid }),
  body: z.object({ closed: z.boolean() }).meta({ id: 'CloseCohort' }),
  success: { status: 200, body: cohort },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request', 'bad_origin'],
});
