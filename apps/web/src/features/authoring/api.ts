import type { z } from 'zod';
import type { listDrafts } from '@seek-justice/contracts/endpoints/list-drafts.ts';
import type { checkCourse } from '@seek-justice/contracts/endpoints/publish-course.ts';
import type { draftReview } from '@seek-justice/contracts/endpoints/read-draft.ts';

/** What the server tells of documents. */
export type Review = z.output<typeof draftReview>;
export type Tree = z.output<typeof listDrafts.success.body>;
export type CourseCheck = z.output<typeof checkCourse.success.body>;
export type LanguageState = Tree['courses'][number]['states'][string];
