import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

export const snapshot = endpoint({
  id: 'curriculum.snapshot',
  method: 'GET',
  path: '/api/snapshots/:hash',
  summary: 'A published node (course manifest, lesson or quiz in one language) by its hash: immutable.',
  success: { status: 200, body: z.looseObject({ kind: z.enum(['course', 'lesson', 'quiz']), id: z.string() }).meta({ id: 'SnapshotNode' }) },
  problems: ['not_found'],
});
