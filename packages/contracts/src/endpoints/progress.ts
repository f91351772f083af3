import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { uuid } from '../parts.ts';

const moduleView = z.object({
  id: z.string(),
  lessonsDone: z.array(z.string()),
  lessonsOf: z.int(),
  quiz: z.object({ attempts: z.int(), best: z.int().nullable(), passed: z.boolean() }),
  state: z.enum(['todo', 'begun', 'done']),
});

export const progress = endpoint({
  id: 'progress.read',
  method: 'GET',
  path: '/api/people/:id/progress',
  summary: 'What a person has done and what is left: their own, or by a coordinator of their province.',
  params: z.object({ id: uuid }),
  success: {
    status: 200,
    body: z
      .object({
        subject: uuid,
        /** Place in the reader's own feed: what they record next may say that it came after this. */
        cursor: z.string(),
        /** The person's phones: how many records came, and how many between them did not (yet). */
        devices: z.array(z.object({ device: uuid, received: z.int(), missing: z.int() })),
        /** The stored sets: what the phone joins with what it has not sent yet. */
        state: z.object({ evidence: z.record(z.string(), z.looseObject({ kind: z.enum(['lesson', 'quiz']) })), endings: z.record(z.string(), z.looseObject({})) }),
        /** Marks of the handed-in quizzes by record id. */
        marks: z.record(z.string(), z.object({ right: z.int(), of: z.int(), percent: z.int(), passed: z.boolean() })),
        courses: z.array(
          z.object({
            course: z.string(),
            modules: z.array(moduleView),
            modulesDone: z.int(),
            next: z.object({ kind: z.enum(['lesson', 'quiz']), id: z.string(), module: z.string() }).nullable(),
            notCounted: z.record(z.string(), z.enum(['no_role', 'ended', 'unknown_snapshot', 'not_in_course'])),
          }),
        ),
      })
      .meta({ id: 'Progress' }),
  },
  problems: ['sign_in_first', 'not_found', 'not_allowed', 'bad_request'],
});
