import { type ReactNode, useEffect, useRef } from 'react';

/** The first thing in a pane that shows a block or question. */
function shownIn(pane: Element, id: string): Element | undefined {
  return [...pane.querySelectorAll<HTMLElement>('[data-block], [data-slide]')].find(({ dataset }) => (dataset.block ?? dataset.slide ?? '').split(/[.~]/)[0] === id);
}

/** A window on what readers have: to be looked at and scrolled, not to be used. It goes where the author goes. */
export function PreviewPane({ className, lang, label, children }: { className: string; lang?: string; label: string; children: ReactNode }): ReactNode {
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = ({ target }: FocusEvent): void => {
      const id = (target as Element).closest('.thing > .card')?.id.replace('thing-', '');
      const window = pane.current;
      const shown = id && window && shownIn(window, id);
      if (shown) window.scrollTop += shown.getBoundingClientRect().top - window.getBoundingClientRect().top - window.clientHeight / 5;
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, []);
  return (
    // Without a mouse it is scrolled by its keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={pane} className={className} lang={lang} role="region" aria-label={label} tabIndex={0}>
      <div inert>{children}</div>
    </div>
  );
}
