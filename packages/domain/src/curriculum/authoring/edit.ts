import type { Json } from '../../kernel/canonical.ts';
import type { Bases, Basis } from './document.ts';

/**
 * One change by an author, small enough that two people's seldom meet. It says what the author saw, so that nothing
 * that somebody else wrote meanwhile is written over; made again it changes nothing, so that a lost answer costs nothing.
 */
export type Edit =
  /** A field, or a text in one language (`lang`). `null`: not there. `from`: the source text beside which a translation was written. */
  | { op: 'set'; path: string[]; lang?: string | undefined; was: Json; value: Json; from?: Basis | undefined }
  /** «Still correct»: the translation says what this source text says. */
  | { op: 'confirm'; path: string[]; lang: string; from: Basis }
  /**
   * A new thing in the list at `path`; `after` null: at the beginning, unknown: at the end. `bases`: what its
   * translations were made from, by the path of a text within it, where it stood here before.
   */
  | { op: 'add'; path: string[]; thing: { id: string } & Record<string, Json>; after: string | null; bases?: Bases | undefined }
  | { op: 'remove'; path: string[]; id: string; was: Json }
  | { op: 'move'; path: string[]; id: string; after: string | null };

/** What became of an edit. */
export type Outcome =
  | { result: 'done' }
  /** Somebody else has changed the same field since; `current` is what stands there (null: nothing). */
  | { result: 'conflict'; current: Json }
  /** What it was about is not there any more. */
  | { result: 'gone' }
  /** No such field, or a value that it cannot have. */
  | { result: 'refused' };
