import type { Page } from 'playwright-core';
import type { Item } from '@seek-justice/domain/assessment/item.ts';
import type { QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';

/** Answers the question on screen rightly; all but the first have been gone on to. */
export async function answer(page: Page, item: Item, at: number): Promise<void> {
  if (at > 0) await page.locator('.actions button').last().tap();
  const rows = page.locator('.options > li');
  await rows.filter({ hasText: item.options[0]?.text.split('{')[0] ?? '' }).first().waitFor();
  for (const [index, option] of item.options.entries()) if (option.right) await rows.nth(index).getByRole(item.type === 'multiple' ? 'checkbox' : 'button').tap();
  if (item.type === 'multiple') await page.locator('.actions button').first().tap();
  await rows.locator('.verdict').first().waitFor();
}

/** Answers all questions of a quiz that is open, and sees the result. */
export async function submitQuiz(page: Page, { items }: QuizLeaf): Promise<void> {
  await page.locator('.options > li').first().waitFor();
  for (const [at, item] of items.entries()) await answer(page, item, at);
  await page.locator('.actions button').last().tap();
  await page.locator('.options').waitFor({ state: 'detached' });
}

/** Goes to the end of the lesson that is open, and on from there. */
export async function finishLesson(page: Page, id: string): Promise<void> {
  await page.locator('.onward a.btn').tap();
  await page.waitForURL((url) => !url.pathname.endsWith(id));
}
