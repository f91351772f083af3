import type { Locator, Page } from 'playwright-core';

/** One language of one text of the editor. */
export const half = (page: Page, path: string, lang: string): Locator => page.locator(`[data-path="${path}"][data-lang="${lang}"]`);

/** Goes into a text; it becomes an editor in a later frame. */
export async function goInto(text: Locator): Promise<void> {
  await text.locator('[role=textbox]').focus();
  await text.locator('.writing.ProseMirror-focused').waitFor();
}

/** Goes into a text and writes at its end. */
export async function type(page: Page, path: string, lang: string, words: string): Promise<void> {
  await goInto(half(page, path, lang));
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(words);
}

/** Writes a text anew. */
export async function rewrite(page: Page, path: string, lang: string, words: string): Promise<void> {
  await goInto(half(page, path, lang));
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(words);
}

/** Until the server has taken a change that holds these words. */
export const taken = (page: Page, words: string) => page.waitForResponse((answer) => answer.url().endsWith('/edits') && answer.ok() && (answer.request().postData() ?? '').includes(words));

/** Writes at the end of a text, and waits until the server has it. */
export async function write(page: Page, path: string, lang: string, words: string): Promise<void> {
  const done = taken(page, words.trim());
  await type(page, path, lang, words);
  await done;
}

/** Until nothing waits to be saved. */
export const saved = (page: Page): Promise<void> => page.locator('.save-state.saved').waitFor();

/** Opens what is folded in, by the keyboard: what stands above may be laid out anew under a mouse. */
export async function unfold(page: Page, name: string): Promise<void> {
  await page.locator('summary', { hasText: name }).press('Enter');
}

/** A document as the server has it. */
export async function stored(page: Page, id: string): Promise<any> {
  const answer = await page.context().request.get(`/api/drafts/${id}`);
  return answer.json();
}

/** Opens a document of which something is written already. */
export async function openDocument(page: Page, id: string): Promise<void> {
  await page.goto(`/author/${id}`);
  await page.locator('.card').nth(1).waitFor();
}
