import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { ageBand, churchName, communeName, gender, personName, plain, provinceId, role } from '../parts.ts';
import { person } from './person.ts';

export const addPerson = endpoint({
  id: 'people.add',
  method: 'POST',
  path: '/api/people',
  summary: 'Add a person. A learner gets a code to print, shown once; a member of staff a one-time link.',
  body: z
    .object({
      name: personName,
      role,
      province: provinceId,
      commune: communeName.nullable(),
      church: churchName.nullable(),
      phone: plain.trim().max(40).nullable(),
      gender,
      ageBand,
      /** Staff sign in with it; absent for learners. */
      email: z.email().max(200).nullable(),
    })
    .meta({ id: 'AddPerson' }),
  success: {
    status: 201,
    body: z.object({ person, code: z.string().nullable(), invitation: z.string().nullable() }).meta({ id: 'AddedPerson' }),
  },
  problems: ['sign_in_first', 'not_allowed', 'email_taken', 'bad_request', 'bad_origin'],
});
