import type { Bases } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { SignOff } from '@seek-justice/domain/curriculum/authoring/review.ts';
import type { Clips } from '@seek-justice/domain/curriculum/clip.ts';
import { contactsIn } from '@seek-justice/domain/curriculum/contact.ts';
import type { Recall, Source } from '@seek-justice/domain/curriculum/draft.ts';

export const DRAFT_KINDS = ['course', 'module', 'lesson', 'quiz'] as const;

/** A draft as it is stored: what it is and its body, a JSON document. */
export interface PackagedDraft {
  id: string;
  kind: (typeof DRAFT_KINDS)[number];
  body: object;
  /** What its translations were made from. */
  bases: Bases;
}

/** The narration of one thing in one language. */
export interface PackagedClips {
  /** Id of the lesson, quiz or whatever was read aloud. */
  of: string;
  lang: string;
  parts: Clips;
}

/** What is known of the course as a whole. */
export interface PackagedCourse {
  id: string;
  /** What its snapshot is called in the office that packed it. */
  hash: string;
  /** Texts that were called back there, by lesson. */
  recalls: Record<string, Recall[]>;
  /** What was signed there, by document, without names: each is of one content and of no other. */
  signOffs: Record<string, PackagedSignOff[]>;
}

/** A signature under what came along: of law also under the sources of the package, which therefore need not be told once more. */
export type PackagedSignOff = Omit<SignOff, 'sources'>;

/**
 * A course with all that belongs to it. Contacts are named by the drafts' texts and not carried: a number is the
 * receiving site's own to confirm.
 */
export interface CourseContents {
  course: PackagedCourse;
  drafts: PackagedDraft[];
  sources: Source[];
  clips: PackagedClips[];
}

/** Files that came along, by SHA-256 in lower-case hexadecimal: each lies on the disk while the package is looked at. */
export type BroughtMedia = ReadonlyMap<string, { path: string; bytes: number }>;

export const FORMAT = 'seek-justice-course';
export const VERSION = 1;

/** `manifest.json`: `hash` is that of the manifest's canonical text without it. */
export interface Manifest {
  format: string;
  version: number;
  /** SHA-256 of every other file, by path. */
  files: Record<string, string>;
  hash: string;
}

export const MANIFEST = 'manifest.json';
export const COURSE = 'course.json';
export const SOURCES = 'sources.json';
export const CLIPS = 'clips.json';

const DRAFT_PATH = new RegExp(`^drafts/(${DRAFT_KINDS.join('|')})-[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.json$`);
const MEDIA_PATH = /^media\/[0-9a-f]{64}$/;

/** The path of a draft; a name that every file system bears. */
export const draftPath = ({ kind, id }: { kind: string; id: string }): string => `drafts/${kind}-${id}.json`;

/** Whether a path is one that a course package may have: none leads anywhere else. */
export function isPackagePath(path: string): boolean {
  return [MANIFEST, COURSE, SOURCES, CLIPS].includes(path) || (DRAFT_PATH.test(path) && !path.includes('..')) || MEDIA_PATH.test(path);
}

/** Ids of the contacts that drafts refer to, sorted: what the receiving site must have or be told of. */
export function contactsOf(drafts: readonly PackagedDraft[]): string[] {
  return [...new Set(drafts.flatMap(({ body }) => contactsIn(JSON.stringify(body))))].toSorted();
}
