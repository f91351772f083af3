import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { uuid } from '../parts.ts';
import { cohort } from './cohort.ts';

export const listCohorts = endpoint({
  id: 'cohorts.list',
  method: 'GET',
  path: '/api/cohorts',
  summary: 'Cohorts of the coordinator’s provinces, newest first, a page at a time.',
  /** Id of the last cohort of the page before. */
  query: z.object({ after: uuid.optional() }),
  success: { status: 200, body: z.object({ cohorts: z.array(cohort), more: z.boolean() }).meta({ id: 'CohortPage' }) },
  problems: ['sign_in_first', 'not_allowed', 'bad_request'],
});
