import type { Page } from 'playwright-core';

/** Waits until React has taken the page over: the root's element carries its mark then. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(document.querySelector('#app > *') ?? {}).some((key) => key.startsWith('__reactFiber')), undefined, { polling: 50 });
}
