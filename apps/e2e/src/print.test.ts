import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { lessonLeaf, openCourse } from './support/course.ts';
import { print } from './support/paper.ts';
import { useStage } from './support/stage.ts';
import { LANGS } from './support/words.ts';

const stage = useStage();
const MOST_PAGES = 8;

/** What is of no use on paper and still stands on it. */
async function leftOver(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const left = await page.evaluate(() => {
    const useless = Array.from(document.querySelectorAll<HTMLElement>('.foot, .languages, .onward, .skip, nav, button')).filter((one) => one.checkVisibility());
    const floating = Array.from(document.querySelectorAll<HTMLElement>('body *')).filter((one) => one.checkVisibility() && /fixed|sticky/.test(getComputedStyle(one).position));
    return [...useless, ...floating].map((one) => `${one.tagName}.${one.className}`);
  });
  await page.emulateMedia({ media: null });
  return left;
}

describe('on paper', () => {
  test.each(LANGS)('every lesson fits a few pages, in %s, with nothing over its text', async (lang) => {
    const lessons = (await openCourse(stage.url)).modules.flatMap((module) => module.lessons);
    const page = await stage.visit({ lang });
    for (const lesson of lessons) {
      await page.goto(`/learn/${lesson.id}`);
      await page.locator('article').waitFor();
      expect(await leftOver(page)).toEqual([]);
      const paper = await print(page);
      expect(paper.pages).toBeGreaterThanOrEqual(1);
      expect(paper.pages).toBeLessThanOrEqual(MOST_PAGES);
      if (paper.text === null || lang === 'km') continue;
      const { title, blocks } = await lessonLeaf(stage.url, lesson, lang);
      const text = paper.text.replace(/\s+/g, ' ');
      expect(text).toContain(title);
      for (const block of blocks) if (block.type === 'text') expect(text).toContain(block.text.split(/[\n*{]/)[0]?.split(' ').slice(0, 4).join(' '));
    }
  });

  test.each(LANGS)('the help numbers fit two pages, in %s', async (lang) => {
    const page = await stage.visit({ lang });
    await page.goto('/help-now');
    await page.locator('.contact').first().waitFor();
    expect(await leftOver(page)).toEqual([]);
    const paper = await print(page);
    expect(paper.pages).toBeLessThanOrEqual(2);
    if (paper.text !== null && lang === 'en') for (const number of ['1288', '1280', '092 311 511']) expect(paper.text).toContain(number);
  });
});
