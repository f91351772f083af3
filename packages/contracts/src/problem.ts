import { z } from 'zod';

/** Every expected failure has one stable code. Its words stand in both languages in api's `http/problem-words`. */
export const PROBLEM_CODES = [
  'bad_request',
  'bad_origin',
  'sign_in_failed',
  'sign_in_first',
  'sign_in_off',
  'ticket_expired',
  'pin_form',
  'password_short',
  'invitation_used',
  'email_taken',
  'join_unknown',
  'join_closed',
  'profile_taken',
  'not_allowed',
  'not_found',
  'contact_moved_on',
  'contact_named',
  'contact_last',
  'draft_taken',
  'draft_moved_on',
  'source_moved_on',
  'item_moved_on',
  'quiz_full',
  'term_moved_on',
  'term_incomplete',
  'not_competent',
  'publish_stopped',
  'recall_unsaid',
  'nothing_to_translate',
  'plan_changed',
  'packages_busy',
  'too_large',
  'upload_gone',
  'upload_moved',
  'upload_unfinished',
  'media_type',
  'media_spoilt',
  'media_large',
  'feed_reset',
  'cursor_unknown',
  'database_down',
  'store_full',
  'unexpected',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** The body of every failure (RFC 9457, application/problem+json), in the reader's language. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(PROBLEM_CODES),
    /** Seconds until another try makes sense. */
    retryAfter: z.int().optional(),
    /** Names of the members of the request that were not understood. */
    fields: z.array(z.string()).optional(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.output<typeof problem>;
