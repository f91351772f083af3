import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { BLOCK_FORMS, formOf, ITEM_FORMS } from '@seek-justice/domain/curriculum/form.ts';
import { DOCUMENT_FORMS } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { begin, type Desk, fill, type Thing } from './support/author-form.ts';
import { saved, stored } from './support/editor.ts';
import { AT_HAND, BLOCKS, CALLED, ITEMS, written } from './support/new-module.ts';
import { DESK, useStage } from './support/stage.ts';
import { LANGS, sayAuthor } from './support/words.ts';

const stage = useStage();
/** The documents of the new module, begun by the first test; each test goes on from the one before. */
const made = { course: '', module: '', lesson: '', quiz: '' };

/** The author at their desk, who speaks Khmer. */
async function atDesk(path = '/author'): Promise<Desk> {
  const page = await stage.visit({ ...DESK, lang: 'km', as: 'author@example.org' });
  await page.goto(path);
  return { page, speaks: 'km', ...AT_HAND };
}

/** Presses a button of the tree that begins something, at the end of a course. @returns the id of what was begun. */
async function beginBelow({ page }: Desk, kind: string, course?: string): Promise<string> {
  await page.goto('/author');
  const tree = course ? page.locator('.in-course', { has: page.locator(`a[href="/author/${course}"]`) }) : page.locator('.tree');
  await tree.getByRole('button', { name: sayAuthor('km', `begin.${kind}`) }).last().click();
  await page.locator('#thing-self').waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Fills in what a document says of itself, Khmer first. */
async function fillOwn(desk: Desk, kind: 'course' | 'module' | 'lesson', thing: Thing): Promise<void> {
  const own = DOCUMENT_FORMS[kind].filter(({ key }) => key in thing);
  for (const lang of LANGS) await fill(desk, desk.page.locator('#thing-self'), own, thing, lang, lang === 'km');
  await leave(desk.page);
}

/** Leaves the text that is being written, until everything is saved. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('.card:focus').waitFor();
  await saved(page);
}

describe('a module from nothing, Khmer first', () => {
  test('is begun: a course, in it a module, in it a lesson and questions', async () => {
    const desk = await atDesk();
    made.course = await beginBelow(desk, 'course');
    await fillOwn(desk, 'course', { title: CALLED.course });
    made.module = await beginBelow(desk, 'module', made.course);
    await fillOwn(desk, 'module', { title: CALLED.module, summary: CALLED.summary });
    made.lesson = await beginBelow(desk, 'lesson', made.course);
    await fillOwn(desk, 'lesson', { title: CALLED.lesson, minutes: 12 });
    made.quiz = await beginBelow(desk, 'quiz', made.course);
    await desk.page.goto('/author');
    const course = desk.page.locator('.in-course', { hasText: CALLED.course.km });
    await course.locator('.in-module', { hasText: CALLED.module.km }).locator('li', { hasText: CALLED.lesson.km }).waitFor();
  });

  test('has a block of every type, written in Khmer and then in English with the buttons and keys of the editor', async () => {
    expect(BLOCKS.map(({ type }) => type).sort()).toEqual(Object.keys(BLOCK_FORMS).sort());
    const desk = await atDesk(`/author/${made.lesson}`);
    const { page } = desk;
    for (const block of BLOCKS) await fill(desk, await begin(desk, 'blocks', block.type), formOf(block.type) ?? [], block, 'km', true);
    await leave(page);
    expect(await page.locator('.half.is-missing[data-lang=en]').count()).toBe(JSON.stringify(BLOCKS).match(/"en":/g)?.length);
    for (const [at, block] of BLOCKS.entries()) await fill(desk, page.locator('.thing > .card').nth(at), formOf(block.type) ?? [], block, 'en', false);
    await leave(page);
    expect(await page.locator('.half.is-missing, .half.is-stale').count()).toBe(0);
    const { body } = (await stored(page, made.lesson)).document;
    expect(written(body.blocks)).toEqual(BLOCKS.map((block) => (block.sources ? { ...block, sources: ['law-2008'] } : block)));
  });

  test('has a question of every type', async () => {
    expect([...new Set(ITEMS.map(({ type }) => type))].sort()).toEqual(Object.keys(ITEM_FORMS).sort());
    const desk = await atDesk(`/author/${made.quiz}`);
    const { page } = desk;
    for (const lang of LANGS)
      for (const [at, item] of ITEMS.entries()) {
        const card = lang === 'km' ? await begin(desk, 'items', item.type) : page.locator('.thing > .card').nth(at);
        await fill(desk, card, ITEM_FORMS[item.type as keyof typeof ITEM_FORMS], item, lang, lang === 'km');
      }
    await leave(page);
    const { body } = (await stored(page, made.quiz)).document;
    expect(written(body.items)).toEqual(ITEMS);
  });
});
