import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { cohortName, provinceId } from '../parts.ts';
import { cohort } from './cohort.ts';

export const addCohort = endpoint({
  id: 'cohorts.add',
  method: 'POST',
  path: '/api/cohorts',
  summary: 'Make a cohort: people join with its code, also without a network.',
  body: z.object({ name: cohortName, province: provinceId }).meta({ id: 'AddCohort' }),
  success: { status: 201, body: cohort },
  problems: ['sign_in_first', 'not_allowed', 'bad_request', 'bad_origin'],
});
