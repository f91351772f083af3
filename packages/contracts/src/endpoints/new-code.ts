import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { uuid } from '../parts.ts';

export const newCode = endpoint({
  id: 'people.new-code',
  method: 'POST',
  path: '/api/people/:id/code',
  summary: 'Give a learner a new code and PIN (the old ones end at once; what was learnt stays), or a member of staff a new one-time link.',
  params: z.object({ id: uuid }),
  success: { status: 201, body: z.object({ code: z.string().nullable(), invitation: z.string().nullable() }).meta({ id: 'NewCode' }) },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request', 'bad_origin'],
});
