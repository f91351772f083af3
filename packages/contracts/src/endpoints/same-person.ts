import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { uuid } from '../parts.ts';
import { peopleRow } from './list-people.ts';

/** Why two people may be one. */
export const ALIKE_BY = ['phone', 'name', 'church'] as const;

export const samePerson = endpoint({
  id: 'people.same',
  method: 'GET',
  path: '/api/people/:id/same',
  summary: 'Who else may be this person, and whom this person was merged with.',
  params: z.object({ id: uuid }),
  success: {
    status: 200,
    body: z
      .object({
        candidates: z.array(z.object({ person: peopleRow, by: z.array(z.enum(ALIKE_BY)) })),
        /** Pairs who are one, and the records that say so with their subjects: ending them all takes the two apart. */
        merged: z.array(z.object({ one: peopleRow, other: peopleRow, records: z.array(z.object({ id: uuid, subject: uuid })) })),
      })
      .meta({ id: 'SamePerson' }),
  },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request'],
});
