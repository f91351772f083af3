const PATIENCE_MS = 20_000;

/** Brings the reader to a block of the lesson that is being opened, once its text is there; not if they went elsewhere. `there` is told of it then. */
export function comeTo(block: string, there?: (element: HTMLElement) => void): void {
  const hash = `#${block}`;
  const look = (): void => {
    const element = location.hash === hash ? document.querySelector<HTMLElement>(`[data-block="${CSS.escape(block)}"]`) : null;
    if (!element) return;
    stop();
    // After the new page has been brought to its top.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        element.scrollIntoView();
        element.tabIndex = -1;
        element.focus({ preventScroll: true });
        there?.(element);
      }),
    );
  };
  const watch = new MutationObserver(look);
  const timer = setTimeout(() => stop(), PATIENCE_MS);
  function stop(): void {
    watch.disconnect();
    clearTimeout(timer);
  }
  watch.observe(document.body, { childList: true, subtree: true });
  // On a page that came with its text nothing changes any more.
  look();
}
