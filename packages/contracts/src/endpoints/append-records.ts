import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

export const appendRecords = endpoint({
  id: 'records.append',
  method: 'POST',
  path: '/api/records',
  summary:
    "Hand in records, plain or sealed, by a session or by a device's token (Authorization: Bearer). One verdict per record, in request order; only a verdict that names the id counts as an answer.",
  body: z.object({ records: z.array(z.union([z.looseObject({}), z.string()])).max(200) }).meta({ id: 'AppendRecords' }),
  success: {
    status: 200,
    body: z
      .object({
        verdicts: z.array(
          z.object({
            id: z.string().nullable(),
            verdict: z.enum(['stored', 'duplicate', 'refused']),
            code: z.enum(['malformed', 'too_large', 'id_taken', 'not_permitted', 'bad_signature', 'unreadable', 'not_yet']).optional(),
          }),
        ),
        /** Names the feed. Another one than before: the database was put back, and what was acknowledged is to be offered again. */
        feed: z.string(),
      })
      .meta({ id: 'Verdicts' }),
  },
  problems: ['sign_in_first', 'bad_request', 'bad_origin', 'too_large', 'database_down'],
});
