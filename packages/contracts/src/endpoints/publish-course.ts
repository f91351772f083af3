import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { PROBLEM_CODES } from '@seek-justice/domain/curriculum/problem.ts';
import { hash, localizedText } from '../parts.ts';
import { draftId, thingId } from './draft.ts';

const params = z.object({ id: draftId });

/** Something that keeps a course from being published, or that readers will see a mark of. */
export const publishProblem = z
  .object({
    /** Whether it stands in the way: of any publish, of a release alone, or of none. */
    weight: z.enum(['stops', 'pilot', 'advice']),
    code: z.enum(PROBLEM_CODES),
    draft: draftId,
    thing: thingId,
    /** What the thing is and which of its list, from 1; null for the document itself. */
    place: z.object({ list: z.enum(['blocks', 'items']), type: z.string(), at: z.int().min(1) }).nullable(),
    /** The field that mends it, as a path of keys and ids within the thing; empty where no one field does. */
    field: z.string(),
    /** What is to be filled into the words. */
    values: z.record(z.string(), z.string()),
  })
  .meta({ id: 'PublishProblem' });

export const checkCourse = endpoint({
  id: 'drafts.check',
  method: 'GET',
  path: '/api/courses/:id/check',
  summary: 'What stands in the way of publishing a course, and which of its lessons would change.',
  params,
  success: {
    status: 200,
    body: z
      .object({
        problems: z.array(publishProblem),
        changed: z.array(z.object({ id: z.string(), kind: z.enum(['lesson', 'quiz']), title: localizedText, isNew: z.boolean() })),
        pilot: z.boolean(),
        /** Titles of the documents that problems are about; of questions that of their module. */
        titles: z.record(z.string(), localizedText),
      })
      .meta({ id: 'CourseCheck' }),
  },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request'],
});

export const publishCourse = endpoint({
  id: 'drafts.publish',
  method: 'POST',
  path: '/api/courses/:id/publish',
  summary: 'Freeze a course as it stands, and say what kind of change it is. Refused as a whole while anything stands in the way.',
  params,
  body: z
    .object({
      kind: z.enum(['correction', 'content', 'recall']),
      /** What changed, for readers: with a recall it is shown to them. */
      note: localizedText,
      /** Lessons whose former text must not be followed any longer. */
      recalled: z.array(draftId).max(100).default([]),
      release: z.boolean(),
    })
    .meta({ id: 'PublishCourse' }),
  success: { status: 200, body: z.object({ hash, changed: z.boolean(), problems: z.array(publishProblem) }).meta({ id: 'CoursePublished' }) },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'publish_stopped', 'recall_unsaid', 'bad_request', 'bad_origin'],
});
