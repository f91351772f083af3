import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { foreign, lacking, sentencesOf } from './block-words.ts';
import { faultsOf } from './inspect.ts';
import { BLOCKS } from './new-module.ts';
import { PHONE } from './stage.ts';
import { type Lang, LANGS, say, sayAuthor } from './words.ts';

/** What an officer is to expect and is not shared stands on the office's paper alone. */
const ofReaders = BLOCKS.map((block) => (block.type === 'officer' ? { ...block, questions: (block.questions as { shared: boolean }[]).filter(({ shared }) => shared) } : block));
const NOTHING = BLOCKS.map(({ type }) => ({ type, lacks: [], foreign: [] }));

/** The blocks of a lesson on a learner's phone, everything in them opened: each is there with all its words, in one language, and fits. */
export async function seeOnPhone(page: Page, lang: Lang): Promise<void> {
  await page.locator('article [data-block]').nth(BLOCKS.length - 1).waitFor();
  const seen = await page.locator('article [data-block]').evaluateAll((sections) =>
    sections.map((section) => {
      for (const details of section.querySelectorAll('details')) {
        // Choices close each other: here all are looked at.
        details.removeAttribute('name');
        details.open = true;
      }
      return { words: `${(section as HTMLElement).innerText} ${section.querySelector('img')?.alt ?? ''}`, high: section.getBoundingClientRect().height };
    }),
  );
  expect(seen.filter(({ high }) => high < 24)).toEqual([]);
  expect(ofReaders.map((block, at) => ({ type: block.type, lacks: lacking(seen[at]?.words ?? '', sentencesOf(block, lang, ['notes'])), foreign: foreign(seen[at]?.words ?? '', lang) }))).toEqual(NOTHING);
  expect(await faultsOf(page, lang, PHONE.viewport.width)).toEqual([]);
}

/** What is heard, told by the leader or said to who cannot see does not stand on the wall. */
const OFF_THE_WALL = ['notes', 'alt', 'transcript', 'leader', 'note'];

/** The slides of a lesson in the author's preview, in one language or both: every block is there, with its words, and nothing runs over its edge. */
export async function seeOnWall(page: Page, languages: readonly Lang[]): Promise<void> {
  const preview = page.locator('.preview');
  await preview.getByRole('button', { name: sayAuthor('km', 'preview.slides') }).click();
  await preview.getByRole('button', { name: sayAuthor('km', languages.length > 1 ? 'preview.both' : `lang.${languages[0]}`), exact: true }).click();
  const slides = await preview.locator('.slide').evaluateAll((all) =>
    all.map((slide) => {
      // What is below the edge of the preview is not laid out before somebody scrolls to it.
      (slide.parentElement as HTMLElement).style.contentVisibility = 'visible';
      const content = slide.querySelector('.content') as HTMLElement;
      return { block: /^[a-z0-9]+/.exec((slide as HTMLElement).dataset.slide ?? '')?.[0] ?? '', words: (slide as HTMLElement).innerText, over: content.scrollHeight > content.clientHeight + 1 || content.scrollWidth > content.clientWidth + 1 };
    }),
  );
  expect(slides.filter(({ over }) => over)).toEqual([]);
  const blocks = [...new Set(slides.map(({ block }) => block).filter(Boolean))];
  const wordsOf = (at: number): string => slides.filter(({ block }) => block === blocks[at]).map(({ words }) => words).join(' ');
  const others = LANGS.filter((lang) => !languages.includes(lang));
  expect(
    ofReaders.map((block, at) => ({
      type: block.type,
      lacks: languages.flatMap((lang) => lacking(wordsOf(at), sentencesOf(block, lang, OFF_THE_WALL))),
      foreign: others.length > 0 && languages[0] ? foreign(wordsOf(at), languages[0]) : [],
    })),
  ).toEqual(NOTHING);
}

/** A lesson on paper for the pen: every word that was written, what the leader has in hand too, in the languages that were chosen alone. */
export async function seeOnPaper(page: Page, languages: readonly Lang[]): Promise<void> {
  await page.getByRole('button', { name: sayAuthor('km', languages.length > 1 ? 'preview.both' : `lang.${languages[0]}`), exact: true }).click();
  const rows = page.locator('.proof-sheet tbody tr');
  await rows.nth(BLOCKS.length).waitFor();
  await page.emulateMedia({ media: 'print' });
  const printed = await rows.evaluateAll((all) => all.map((row) => Array.from(row.querySelectorAll<HTMLElement>('td > .numbered > :last-child'), (one) => one.innerText)));
  await page.emulateMedia({ media: null });
  const said = BLOCKS.map((block, at) =>
    languages.map((lang, column) => {
      // The first row is the title.
      const words = printed[at + 1]?.[column] ?? '';
      return { type: block.type, lacks: lacking(words, sentencesOf(block, lang, block.type === 'image' ? ['alt'] : [])), foreign: foreign(words, lang) };
    }),
  );
  expect(said.flat()).toEqual(NOTHING.flatMap((none) => languages.map(() => none)));
}

/** On a learner's page one block alone is older than what it was translated from: who reads sees it, and who listens is told when it is its turn. */
export async function seeOldBlock(page: Page, lang: Lang, block: string): Promise<void> {
  await page.locator(`[data-block="${block}"] + .older`, { hasText: say(lang, 'lesson.stale') }).waitFor();
  expect(await page.locator('.older').count()).toBe(1);
  await page.locator('.listening .listen').tap();
  const mark = page.locator('.player .draft');
  const next = page.getByRole('button', { name: say(lang, 'listen.after') });
  await next.waitFor();
  // The title comes first.
  expect(await mark.count()).toBe(0);
  await next.tap();
  await mark.waitFor();
  await next.tap();
  await mark.waitFor({ state: 'detached' });
}
