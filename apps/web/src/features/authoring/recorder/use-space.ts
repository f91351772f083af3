import { useEffect, useRef } from 'react';

const OWN = 'button, a, input, select, textarea, summary, audio, video, [contenteditable]';

/** The space bar anywhere on the page, except in what has its own use for it. */
export function useSpace(act: (() => void) | null): void {
  const acting = useRef(act);
  acting.current = act;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.code !== 'Space' || event.repeat || event.ctrlKey || event.altKey || event.metaKey || !acting.current) return;
      if (target instanceof Element && target.closest(OWN)) return;
      // Else the page would scroll.
      event.preventDefault();
      acting.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
