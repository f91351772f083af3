import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../phone/browser.ts';

/** Opens an office screen on which an author is signed in; it is closed afterwards. */
export async function atDesk<T>(base: string, cookie: string, work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en', baseURL: base, serviceWorkers: 'block' });
    await context.addCookies(
      cookie.split('; ').map((pair) => {
        const [name = '', value = ''] = pair.split('=');
        return { name, value, url: base };
      }),
    );
    return await work(context);
  } finally {
    await browser.close();
  }
}

/** Goes into a text of the editor, to its end. */
export async function goInto(page: Page, path: string, lang: string): Promise<void> {
  const half = page.locator(`[data-path="${path}"][data-lang="${lang}"]`);
  await half.locator('[role=textbox]').focus();
  await half.locator('.writing.ProseMirror-focused').waitFor();
  await page.keyboard.press('Control+End');
}
