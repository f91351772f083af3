import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESK, useStage } from './support/stage.ts';
import { sayAuthor } from './support/words.ts';

const stage = useStage();
const LESSON = 'k7f2qd';
const TITLE = 'មេរៀនសម្រាប់អ្នកជិតខាង';

async function ask(page: Page, path: string, data: object): Promise<void> {
  const answer = await page.context().request.post(`/api/drafts/${LESSON}/${path}`, { headers: { origin: stage.url }, data });
  expect(await answer.text()).not.toContain('"code"');
}
const stored = async (page: Page) => ((await (await page.context().request.get(`/api/drafts/${LESSON}`)).json()) as any).document.body;
const chosen = (page: Page, version: number) => page.locator('.history ol button').filter({ hasText: new RegExp(`^${version} · `) }).click();

test('two versions stand beside each other in both languages, and an old one is brought back', async () => {
  const page = await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' });
  const { minutes, title, blocks } = await stored(page);
  const [first, second] = blocks;
  // Version 2 lasts longer; 3 is the first one again; in 4 the title and the order are others.
  await ask(page, 'edits', { version: 1, edits: [{ op: 'set', path: ['minutes'], was: minutes, value: minutes + 4 }] });
  await ask(page, 'restore', { version: 1 });
  await ask(page, 'edits', { version: 3, edits: [{ op: 'set', path: ['title'], lang: 'km', was: title.km, value: TITLE }, { op: 'move', path: ['blocks'], id: first.id, after: second.id }] });
  await page.goto(`/author/${LESSON}`);
  await page.getByRole('button', { name: sayAuthor('en', 'history.title'), exact: true }).click();
  await page.getByText(sayAuthor('en', 'history.choose')).waitFor();
  const changes = page.locator('.history .change');

  await chosen(page, 2);
  await changes.nth(1).waitFor();
  expect(await changes.first().locator('.field-change').textContent()).toBe(`Minutes ${minutes + 4} ${minutes}`);
  expect((await changes.first().locator('.difference[lang=km] del').allTextContents()).join('')).not.toBe('');
  expect((await changes.first().locator('.difference[lang=km]').textContent())?.length).toBeGreaterThan(TITLE.length);
  expect(await changes.nth(1).locator('.what').allTextContents()).toEqual([sayAuthor('en', 'history.moved')]);
  expect(await changes.count()).toBe(2);

  // With the version after it only the minutes differ.
  await page.locator('.compared select').selectOption('3');
  await page.waitForFunction(() => document.querySelectorAll('.history .change').length === 1);
  expect(await changes.textContent()).toBe(`${sayAuthor('en', 'kind.lesson')}Minutes ${minutes + 4} ${minutes}`);

  // Version 3 is the first one.
  await chosen(page, 1);
  await page.locator('.compared select').selectOption('3');
  await page.getByText(sayAuthor('en', 'history.same')).waitFor();
  await page.getByRole('button', { name: sayAuthor('en', 'history.restore') }).click();
  await chosen(page, 5);
  await page.getByText(sayAuthor('en', 'history.same')).waitFor();
  expect(await stored(page)).toEqual({ ...(await stored(page)), minutes, title, blocks });
});
