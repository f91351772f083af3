import type { Narration } from '@seek-justice/domain/curriculum/clip.ts';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import { keep } from '../../local/kept.ts';
import { createStore } from '../../local/store.ts';

/** What can be heard on the page that is open. */
export interface Scene {
  /** Id of the lesson or quiz. */
  of: string;
  /** Whose place in it is kept; null while that is not known. */
  owner: string | null;
  narration: Narration | undefined;
  phrases: Narration | undefined;
  contacts: readonly Contact[];
  /** A lesson is heard part after part as it stands; of a quiz only what is asked for. */
  flows: boolean;
}

/** What the player does, as screens see it. */
export interface Playing {
  state: 'off' | 'loading' | 'playing' | 'paused' | 'ended' | 'failed';
  /** The part that is heard. */
  at: string;
}

/** The page's scene; null where nothing is to be heard. */
export const scene = createStore<Scene | null>(null);
export const playing = createStore<Playing>({ state: 'off', at: '' });
/** Whether the reader of this phone has chosen to go by ear: then questions are read out unasked. */
export const byEar = createStore(false);
/** The name under which the choice is kept. */
export const BY_EAR = 'by-ear';

/** Chooses to go by ear, or no longer. */
export function chooseByEar(chosen: boolean): void {
  if (byEar.get() === chosen) return;
  byEar.set(chosen);
  void keep(BY_EAR, chosen);
}
