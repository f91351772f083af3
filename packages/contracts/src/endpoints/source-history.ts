import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { sourceEntry, sourceFields, sourceId } from './source.ts';

const params = z.object({ id: sourceId });

export const sourceHistory = endpoint({
  id: 'sources.versions',
  method: 'GET',
  path: '/api/sources/:id/versions',
  summary: 'The history of a source, newest first: each version as it was written. `kept`: it stood here before there was a history.',
  params,
  success: {
    status: 200,
    body: z
      .object({ versions: z.array(z.object({ version: z.int(), at: z.string(), by: z.string().nullable(), why: z.enum(['seed', 'kept', 'begun', 'edit', 'restored', 'imported']), source: sourceFields })) })
      .meta({ id: 'SourceVersions' }),
  },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request'],
});

export const restoreSource = endpoint({
  id: 'sources.restore',
  method: 'POST',
  path: '/api/sources/:id/restore',
  summary: 'Make an older version (`to`) the present one, where the version that was seen still stands; what it replaces stays in the history.',
  params,
  body: z.object({ version: z.int().min(1), to: z.int().min(1) }).meta({ id: 'RestoreSource' }),
  success: { status: 200, body: sourceEntry },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'source_moved_on', 'bad_request', 'bad_origin'],
});
