import type { Clips } from '@seek-justice/domain/curriculum/clip.ts';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import { numbersHold } from '@seek-justice/domain/curriculum/narration.ts';
import { isAside, keyOf } from '../places.ts';

/** A block that is to be played: a recording of its own, or a text that somebody has read aloud. */
export interface HeardBlock {
  id: string;
  element: HTMLElement;
  kind: 'listen' | 'watch';
  ms: number;
  /** Keys of what is read aloud, in order; empty for a recording with a player of its own. */
  parts: string[];
}

/** What can be played of a block as it stands in the page; null: nothing. */
export function heardBlock(element: HTMLElement, clips: Clips, contacts: readonly Contact[]): HeardBlock | null {
  const id = element.dataset.block ?? '';
  const player = element.querySelector<HTMLMediaElement>('audio[data-ms], video[data-ms]');
  if (player) return { id, element, kind: player.tagName === 'VIDEO' ? 'watch' : 'listen', ms: Number(player.dataset.ms), parts: [] };
  const heard = [...(element.dataset.part ? [element] : []), ...element.querySelectorAll<HTMLElement>('[data-part]')].flatMap((part) => {
    const clip = isAside(part) ? undefined : clips[keyOf(part)];
    return clip && numbersHold(clip, contacts) ? [{ key: keyOf(part), ms: clip.ms }] : [];
  });
  return heard.length > 0 ? { id, element, kind: 'listen', ms: heard.reduce((sum, { ms }) => sum + ms, 0), parts: heard.map(({ key }) => key) } : null;
}
