import type { Page } from 'playwright-core';

interface Watch {
  /** Resolves with the moment of the picture that first shows it, by the page's own clock. */
  until(selector: string, text: string): Promise<number>;
  /** The moment of the last tap, by the browser's own stamp. */
  tapped: number;
}

type Watching = { watch: Watch };

/** Makes the page itself note the moments: what drives it from outside takes its time too. Before the page is opened. */
export async function watchInside(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watch: Watch = {
      tapped: 0,
      until: (selector, text) =>
        new Promise((resolve) => {
          const look = (): void => {
            if (![...document.querySelectorAll(selector)].some((one) => one.textContent?.includes(text))) return;
            seen.disconnect();
            // The callback after the next frame's: that frame has been drawn.
            requestAnimationFrame(() => requestAnimationFrame((drawn) => resolve(drawn)));
          };
          const seen = new MutationObserver(look);
          seen.observe(document, { childList: true, subtree: true, characterData: true });
          look();
        }),
    };
    addEventListener('click', ({ timeStamp }) => (watch.tapped = timeStamp), { capture: true });
    (globalThis as unknown as Watching).watch = watch;
  });
}

/** Milliseconds from the page's opening until a picture showed something. */
export function sinceOpening(page: Page, selector: string): Promise<number> {
  return page.evaluate((what) => (globalThis as unknown as Watching).watch.until(what, ''), selector);
}

/** Milliseconds from a tap until a picture shows a text. */
export async function sinceTap(page: Page, tap: () => Promise<void>, selector: string, text: string): Promise<number> {
  const shown = await page.evaluateHandle(([what, words]) => ({ at: (globalThis as unknown as Watching).watch.until(what, words) }), [selector, text] as const);
  await tap();
  return shown.evaluate(async ({ at }) => (await at) - (globalThis as unknown as Watching).watch.tapped);
}
