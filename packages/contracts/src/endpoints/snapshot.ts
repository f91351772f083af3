import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

export const snapshot = endpoint({
  id: 'curriculum.snapshot',
  method: 'GET',
  path: '/api/snapshots/:hash',
  summary: 'A published node (course manifest, lesson, quiz or narration in one language) by its hash: immutable.',
  success: { status: 200, body: z.looseObject({ kind: z.enum(['course', 'lesson', 'quiz', 'narration']) }).meta({ id: 'SnapshotNode' }) },
  problems: ['not_found'],
});
