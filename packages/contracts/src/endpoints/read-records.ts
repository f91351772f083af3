import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

export const readRecords = endpoint({
  id: 'records.feed',
  method: 'GET',
  path: '/api/records',
  summary: 'Records after a cursor, in feed order: learners their own, coordinators those of their provinces.',
  query: z.object({ after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(1000).optional() }),
  success: {
    status: 200,
    body: z
      .object({
        records: z.array(
          z.object({
            /** The record as it came. */
            record: z.looseObject({ id: z.string() }),
            received: z.object({ at: z.string(), seq: z.int(), roles: z.array(z.string()), via: z.string() }),
          }),
        ),
        /** Where to read on; the same cursor when there is nothing new. */
        cursor: z.string(),
        /** Whether more can be read at once. */
        more: z.boolean(),
      })
      .meta({ id: 'Feed' }),
  },
  problems: ['sign_in_first', 'feed_reset', 'cursor_unknown', 'bad_request'],
});
