import type { z } from 'zod';
import { lessonFinishedV1 } from './types/lesson-finished/schema.ts';
import { peopleMergedV1 } from './types/people-merged/schema.ts';
import { profileOpenedV1 } from './types/profile-opened/schema.ts';
import { quizSubmittedV1 } from './types/quiz-submitted/schema.ts';
import { recordVoidedV1 } from './types/record-voided/schema.ts';

/** Body schema by type and version. A type or version that is not here is stored and not counted. */
const SCHEMAS: Record<string, Record<number, z.ZodType>> = {
  'lesson.finished': { 1: lessonFinishedV1 },
  'people.merged': { 1: peopleMergedV1 },
  'profile.opened': { 1: profileOpenedV1 },
  'quiz.submitted': { 1: quizSubmittedV1 },
  'record.voided': { 1: recordVoidedV1 },
};

/** Whether a body fits its type and version; true for types and versions that are not known here. */
export function bodyFits(type: string, v: number, body: unknown): boolean {
  const versions = Object.hasOwn(SCHEMAS, type) ? SCHEMAS[type] : undefined;
  const schema = versions && Object.hasOwn(versions, v) ? versions[v] : undefined;
  return schema ? schema.safeParse(body).success : true;
}
