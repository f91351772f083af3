import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { uuid } from '../parts.ts';
import { person } from './person.ts';

export const readPerson = endpoint({
  id: 'people.read',
  method: 'GET',
  path: '/api/people/:id',
  summary: 'One person, for a coordinator of their province.',
  params: z.object({ id: uuid }),
  success: { status: 200, body: person },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request'],
});
