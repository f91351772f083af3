import type { ProblemCode } from '@seek-justice/contracts/problem.ts';

/** HTTP status of each problem. */
export const STATUS_OF: Record<ProblemCode, number> = {
  bad_request: 400,
  bad_origin: 403,
  sign_in_failed: 401,
  sign_in_first: 401,
  sign_in_off: 403,
  ticket_expired: 401,
  pin_form: 400,
  password_short: 400,
  invitation_used: 401,
  email_taken: 409,
  join_unknown: 404,
  join_closed: 409,
  profile_taken: 409,
  not_allowed: 403,
  not_found: 404,
  contact_moved_on: 409,
  contact_named: 409,
  draft_taken: 409,
  draft_moved_on: 409,
  not_competent: 403,
  publish_stopped: 409,
  recall_unsaid: 400,
  nothing_to_translate: 409,
  plan_changed: 409,
  too_large: 413,
  // Whoever sends it begins anew.
  upload_gone: 410,
  // Phones ask how far it came, and go on from there.
  upload_moved: 409,
  upload_unfinished: 409,
  media_type: 415,
  media_spoilt: 422,
  media_large: 413,
  feed_reset: 409,
  cursor_unknown: 400,
  database_down: 503,
  // Not 507: phones take that for a fault of what they sent, and would send it in ever smaller parts.
  store_full: 503,
  unexpected: 500,
};
