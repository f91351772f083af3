import { expect, test } from '@jest/globals';
import { useStage } from './support/stage.ts';
import { LANGS, say } from './support/words.ts';

const stage = useStage();

test('from the map to the sentence that was looked for, and nothing of it is left on the way back', async () => {
  const page = await stage.visit();
  await page.goto('/learn');
  await page.getByRole('link', { name: say('km', 'learn.search') }).tap();
  const field = page.getByRole('searchbox');
  await field.fill('ព');
  await page.getByText(say('km', 'search.short')).waitFor();
  await field.fill('កន្ទេលទុក');
  const hit = page.locator('.found a').first();
  expect(await hit.locator('mark').first().textContent()).toBe('កន្ទេលទុក');
  await hit.tap();
  const block = page.locator('[data-block="b1"]');
  await block.waitFor();
  expect(await block.textContent()).toContain('កន្ទេលទុក');
  await page.waitForFunction(() => (document.activeElement as HTMLElement | null)?.dataset.block === 'b1');
  await page.goBack();
  // What was looked for is gone with the screen, and stands in no address that the browser remembers.
  await field.waitFor();
  expect(await field.inputValue()).toBe('');
  expect(new URL(page.url()).search).toBe('');
  await field.fill('xyzxyz');
  await page.getByText(say('km', 'search.none', { query: 'xyzxyz' })).waitFor();
  await page.context().setOffline(true);
  await field.fill('កន្ទេល');
  await page.getByText(say('km', 'state.offline'), { exact: true }).waitFor();
});

test('more are shown to whoever wants more, and the keyboard goes on at the first new one', async () => {
  const page = await stage.visit();
  await page.goto('/search');
  await page.getByRole('searchbox').fill('អ្នក');
  const hits = page.locator('.found > li');
  await page.getByText(say('km', 'search.first', { n: 20, query: 'អ្នក' })).waitFor();
  expect(await hits.count()).toBe(20);
  await page.getByRole('button', { name: say('km', 'search.more') }).press('Enter');
  await page.waitForFunction(() => document.activeElement?.closest('.found > li') === document.querySelectorAll('.found > li')[20]);
  expect(await hits.count()).toBeGreaterThan(20);
});

test.each(LANGS)('words to tap lead somewhere, each of them, in %s', async (lang) => {
  const page = await stage.visit({ lang });
  await page.goto('/search');
  const words = say(lang, 'search.tryWords').split(' · ');
  expect(words.length).toBeGreaterThan(4);
  const tries = page.locator('.tries button');
  await tries.first().waitFor();
  expect(await tries.allTextContents()).toEqual(words);
  for (const word of words) {
    await tries.getByText(word, { exact: true }).tap();
    await page.locator('.found mark').first().waitFor();
    await page.getByRole('searchbox').fill('');
    await tries.first().waitFor();
  }
  // Nothing found: the way on is there again.
  await page.getByRole('searchbox').fill('xyzxyz');
  await tries.first().waitFor();
});
