import { type RefObject, useEffect } from 'react';

/** Space above what is shown, in pixels. */
const ABOVE = 16;

/**
 * Brings what is being written into view: who goes into a block of the editor sees it in the box, and it is marked there.
 * Blocks in the box have `data-seen` with their id; the title has none, and is at the top.
 */
export function useFollowFocus(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let marked: Element | null = null;
    const follow = ({ target }: FocusEvent): void => {
      const { current } = box;
      const card = target instanceof Element ? target.closest('.card[id^="thing-"]') : null;
      if (!current || !card) return;
      marked?.removeAttribute('data-now');
      marked = current.querySelector(`[data-seen="${CSS.escape(card.id.slice('thing-'.length))}"]`);
      marked?.setAttribute('data-now', '');
      const top = marked ? marked.getBoundingClientRect().top - current.getBoundingClientRect().top + current.scrollTop - ABOVE : 0;
      current.scrollTo({ top, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth' });
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [box]);
}
