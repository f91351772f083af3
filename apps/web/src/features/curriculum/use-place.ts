import { type RefObject, useEffect, useState } from 'react';
import { drop, keep, kept } from '../../local/kept.ts';
import { type KeptPlace, placeToKeep, returnTo } from './place.ts';

const REST_MS = 400;

const nameOf = (owner: string, lesson: string): string => `place:${owner}:${lesson}`;

/** Forgets how far somebody has read a lesson: they have finished it. */
export function dropPlace(owner: string, lesson: string): Promise<void> {
  return drop(nameOf(owner, lesson));
}

/**
 * Keeps how far somebody has read a lesson, and brings them back when they open it again, after whatever has ended the
 * page: unless they came for another place in it, or have begun to read. It names the block, not the text, so it holds
 * in every language and after an edit. `owner` null: not known yet who reads, or they have finished; then nothing is kept.
 * @returns whether the reader was brought back.
 */
export function usePlace(owner: string | null, lesson: string, article: RefObject<HTMLElement | null>, ready: boolean): boolean {
  const [back, setBack] = useState(false);
  useEffect(() => {
    const text = article.current;
    if (!owner || !text) return;
    const name = nameOf(owner, lesson);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const note = (): void => {
      timer = undefined;
      // In another language the text is another element.
      const place = article.current && placeToKeep(article.current);
      void (place ? keep(name, place) : drop(name));
    };
    const scrolled = (): void => void (timer ??= setTimeout(note, REST_MS));
    const leaving = (): void => {
      if (timer === undefined) return;
      clearTimeout(timer);
      note();
    };
    void kept<KeptPlace>(name).then((place) => {
      if (!wanted) return;
      if (place && window.scrollY === 0 && !location.hash) {
        const block = returnTo(text, place);
        // Who listens to the page goes on there too.
        if (block) block.tabIndex = -1;
        block?.focus({ preventScroll: true });
        setBack(block !== null);
      }
      window.addEventListener('scroll', scrolled, { passive: true });
    });
    window.addEventListener('pagehide', leaving);
    document.addEventListener('visibilitychange', leaving);
    return () => {
      wanted = false;
      clearTimeout(timer);
      window.removeEventListener('scroll', scrolled);
      window.removeEventListener('pagehide', leaving);
      document.removeEventListener('visibilitychange', leaving);
    };
  }, [owner, lesson, article, ready]);
  return back;
}
