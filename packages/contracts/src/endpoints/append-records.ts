import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

export const appendRecords = endpoint({
  id: 'records.append',
  method: 'POST',
  path: '/api/records',
  summary: 'Hand in records. One verdict per record, in request order; only a verdict that names the id counts as an answer.',
  body: z.object({ records: z.array(z.looseObject({})).max(200) }).meta({ id: 'AppendRecords' }),
  success: {
    status: 200,
    body: z
      .object({
        verdicts: z.array(
          z.object({
            id: z.string().nullable(),
            verdict: z.enum(['stored', 'duplicate', 'refused']),
            code: z.enum(['malformed', 'too_large', 'id_taken', 'not_permitted']).optional(),
          }),
        ),
      })
      .meta({ id: 'Verdicts' }),
  },
  problems: ['sign_in_first', 'bad_request', 'bad_origin', 'too_large', 'database_down'],
});
