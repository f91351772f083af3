/**
 * What can stand in the way of publishing: a stable word for each kind, under which screens say it in the reader's
 * language. Every kind has words of its own that tell an author what to do.
 */
export const PROBLEM_CODES = [
  // of a document
  'no_quiz',
  'no_modules',
  'document_gone',
  'repeated_id',
  'too_few',
  'number_missing',
  'unsigned',
  'untagged',
  'source_changed',
  // of texts
  'untranslated',
  'stale',
  'length_differs',
  'not_khmer',
  'dangling_coeng',
  'not_nfc',
  'unknown_contact',
  'number_written_out',
  'contacts_differ',
  'reference_in_text',
  // of blocks
  'reference_missing',
  'reference_unknown',
  'reference_nowhere',
  'unknown_source',
  'law_without_source',
  'media_gone',
  'picture_missing',
  'sound_missing',
  'film_missing',
  'file_damaged',
  'file_kind',
  'file_size_unknown',
  'file_length_unknown',
  'consent_unsaid',
  'no_description',
  'no_transcript',
  'nobody_promises',
  'promise_undated',
  'review_undated',
  'review_before_promise',
  'ladder_short',
  'ladder_without_number',
  'ladder_leads_on',
  'officer_wordless',
  'no_replacement',
  // of questions
  'few_items',
  'no_situation',
  'no_right_answer',
  'all_right',
  'many_right',
  'two_options',
  'half_pair',
  'same_place',
  'same_option',
  'same_question',
  'longest_is_right',
  'forms_uneven',
  'no_twin',
  'many_twins',
  'twin_differs',
  // of numbers to call
  'contact_unverified',
  'contact_overdue',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Something that stands in the way of publishing: where (a path of ids) and what. */
export interface Problem {
  where: string;
  problem: string;
  code: ProblemCode;
  /** The field that mends it, as a path of keys and ids within the block or item that `where` ends with. */
  field?: string;
  /** What is to be filled into the words of the code. */
  values?: Record<string, string>;
}
