import { type ReactNode, useRef } from 'react';
import { useFollowFocus } from './follow-focus.ts';

/** A window on what readers have: to be looked at and scrolled, not to be used. It goes where the author goes. */
export function PreviewPane({ className, lang, label, children }: { className: string; lang?: string; label: string; children: ReactNode }): ReactNode {
  const pane = useRef<HTMLDivElement>(null);
  useFollowFocus(pane);
  return (
    // Without a mouse it is scrolled by its keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={pane} className={className} lang={lang} role="region" aria-label={label} tabIndex={0}>
      <div inert>{children}</div>
    </div>
  );
}
