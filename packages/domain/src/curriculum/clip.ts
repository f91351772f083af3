/** What a part of a lesson sounds like: one file, recorded by a person who read a text aloud. */
export interface Clip {
  /** SHA-256 of the audio file. */
  media: string;
  bytes: number;
  ms: number;
  /** Opus; AAC in MP4 from a browser that makes no Opus. */
  type: 'audio/webm' | 'audio/ogg' | 'audio/mp4';
  /** SHA-256 of the text that was read (`spokenText`). */
  source: string;
  /** Numbers to call that were read aloud, by contact: a number that has changed since must never be heard again. */
  numbers?: Record<string, string>;
}

/** Clips by part key. */
export type Clips = Record<string, Clip>;

/** The narration of a lesson, a quiz or the app's own phrases in one language: a frozen node like any leaf. */
export interface NarrationLeaf {
  kind: 'narration';
  /** Id of the lesson or quiz; `phrases` for what the app itself says. */
  of: string;
  lang: string;
  parts: Clips;
}

/** What a manifest tells of a narration: `bytes` and `ms` are of its audio together. */
export interface Narration {
  hash: string;
  bytes: number;
  ms: number;
  /** Keys of parts that nobody has recorded. */
  missing: string[];
  /** Keys of parts whose text has changed since it was read. */
  stale: string[];
}

/** Key of a title. Ids have no colon, so what has one is never an id. */
export const TITLE = ':title';
/**
 * Endings of keys: what follows from a choice, the step after it, what belongs to a pair's text, what is said to an answer;
 * what comes last in a block, and what is said in a video.
 */
export const OUTCOME = ':outcome';
export const STEP = ':step';
export const MATCH = ':match';
export const WHY = ':why';
export const AFTER = ':after';
export const SAID = ':said';
