import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { sourceEntry } from './source.ts';

export const listSources = endpoint({
  id: 'sources.list',
  method: 'GET',
  path: '/api/sources',
  summary: 'All sources that blocks may lean on, with the blocks that do.',
  success: { status: 200, body: z.object({ sources: z.array(sourceEntry) }).meta({ id: 'Sources' }) },
  problems: ['sign_in_first', 'not_allowed'],
});
