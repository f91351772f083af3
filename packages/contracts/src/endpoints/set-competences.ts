import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { uuid } from '../parts.ts';
import { competence } from './draft.ts';

export const setCompetences = endpoint({
  id: 'people.competences',
  method: 'POST',
  path: '/api/people/:id/competences',
  summary: 'Say what a reviewer may sign off; what was said before ends. For coordinators of the whole country.',
  params: z.object({ id: uuid }),
  body: z.object({ competences: z.array(competence).max(20) }).meta({ id: 'SetCompetences' }),
  success: { status: 200, body: z.object({ competences: z.array(competence) }).meta({ id: 'Competences' }) },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request', 'bad_origin'],
});
