import type { Locator, Page } from 'playwright-core';
import { DOCUMENT_FORMS, type DocumentKind } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { formOf, itemFormOf } from '@seek-justice/domain/curriculum/form.ts';
import { begin, type Desk, fill, type Thing } from './author-form.ts';
import { saved, stored } from './editor.ts';
import { AT_HAND } from './new-module.ts';
import { DESK, type Stage } from './stage.ts';
import { type Lang, LANGS, sayAuthor } from './words.ts';

/** The author at their desk, who speaks Khmer. */
export async function atDesk(stage: Stage, path = '/author'): Promise<Desk> {
  const page = await stage.visit({ ...DESK, lang: 'km', as: 'author@example.org' });
  await page.goto(path);
  return { page, speaks: 'km', ...AT_HAND };
}

/** Presses a button of the tree that begins something, at the end of a course. @returns the id of what was begun. */
export async function beginBelow({ page }: Desk, kind: string, course?: string): Promise<string> {
  await page.goto('/author');
  const tree = course ? page.locator('.in-course', { has: page.locator(`a[href="/author/${course}"]`) }) : page.locator('.tree');
  await tree.getByRole('button', { name: sayAuthor('km', `begin.${kind}`) }).last().click();
  await page.locator('#thing-self').waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Fills in what a document says of itself, language by language. */
export async function fillOwn(desk: Desk, kind: DocumentKind, thing: Thing, languages: readonly Lang[] = LANGS): Promise<void> {
  const own = DOCUMENT_FORMS[kind].filter(({ key }) => key in thing);
  for (const lang of languages) await fill(desk, desk.page.locator('#thing-self'), own, thing, lang, lang === languages[0]);
  await leave(desk.page);
}

/** Writes blocks or questions in one language. `first`: none is there yet; else they are translated where they stand. */
export async function writeThings(desk: Desk, list: 'blocks' | 'items', things: readonly (Thing & { type: string })[], lang: string, first: boolean): Promise<void> {
  for (const [at, thing] of things.entries()) {
    const card = first ? await begin(desk, list, thing.type) : desk.page.locator('.thing > .card').nth(at);
    await fill(desk, card, (list === 'blocks' ? formOf(thing.type) : itemFormOf(thing.type)) ?? [], thing, lang, first);
  }
  await leave(desk.page);
}

/** Leaves the text that is being written, until everything is saved. */
export async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('.card:focus').waitFor();
  await saved(page);
}

/** The card of the only block of a type, on the screen of a lesson. */
export const cardOf = (page: Page, type: string): Locator => page.locator(`.card[data-type=${type}]`);

/** Its id, as it is kept. */
export async function blockOf(page: Page, lesson: string, type: string): Promise<string> {
  const { document } = (await stored(page, lesson)) as { document: { body: { blocks: { id: string; type: string }[] } } };
  return document.body.blocks.find((block) => block.type === type)?.id ?? '';
}
