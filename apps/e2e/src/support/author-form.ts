import type { Locator, Page } from 'playwright-core';
import { type FieldForm, type Form, formIn } from '@seek-justice/domain/curriculum/form.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { type Lang, sayAuthor } from './words.ts';

/** What is to be written: a block or item with all its texts. */
export type Thing = Record<string, unknown>;

/** How an author works on one screen: in which language it speaks to them, and which files lie on their computer. */
export interface Desk {
  page: Page;
  speaks: Lang;
  files: Record<'image' | 'audio' | 'video', { name: string; mimeType: string; buffer: Buffer }>;
  /** What is typed to find a source, by its id. */
  sources: Record<string, string>;
}

/** A text that keys go into. */
const CARET = '.writing.ProseMirror-focused';

const plain = (scope: Locator, key: string): Locator => scope.locator(`:scope > .plain-field[data-field="${key}"]`);

/** Types a text as it is spelled in the curriculum: a blank line is Enter, two stars are the key for strong words. */
async function typeRich(page: Page, words: string): Promise<void> {
  for (const [at, paragraph] of words.split('\n\n').entries()) {
    if (at > 0) await page.keyboard.press('Enter');
    for (const [turn, piece] of paragraph.split('**').entries()) {
      if (turn > 0) await page.keyboard.press('Control+b');
      await page.keyboard.insertText(piece);
    }
  }
}

async function writeText(page: Page, scope: Locator, { key, optional = false }: { key: string; optional?: boolean }, lang: string, words: string): Promise<void> {
  const own = `> .pair > .half:is([data-path="${key}"], [data-path$="/${key}"])[data-lang=${lang}]`;
  const text = scope.locator(`:scope ${own}, :scope > .more ${own}`);
  const folded = text.locator('xpath=ancestor::details[1][not(@open)]');
  if (optional && (await folded.count())) await folded.locator('summary').click();
  await text.locator('[role=textbox]').click();
  await text.locator(CARET).waitFor();
  await typeRich(page, words);
}

async function chooseSource(desk: Desk, scope: Locator, id: string): Promise<void> {
  const field = scope.locator('> .src-field');
  await field.getByRole('button', { name: sayAuthor(desk.speaks, 'source.choose') }).click();
  await scope.locator('.src-picker input').fill(desk.sources[id] ?? id);
  await desk.page.keyboard.press('Enter');
}

/** A field that is the same in every language. */
async function fillPlain(desk: Desk, scope: Locator, field: FieldForm, value: unknown): Promise<void> {
  const { page, speaks } = desk;
  switch (field.kind) {
    case 'number':
    case 'day':
    case 'reference':
      await plain(scope, field.key).locator('input').fill(String(value));
      return page.keyboard.press('Tab');
    case 'flag':
      return plain(scope, field.key).locator('input').setChecked(value === true);
    case 'choice':
      if (field.asked) return scope.getByRole('radio', { name: sayAuthor(speaks, `ask.${field.key}.${String(value)}`) }).check();
      await plain(scope, field.key).locator('select').selectOption({ label: sayAuthor(speaks, `choice.${String(value)}`) });
      return;
    case 'words':
      for (const word of value as string[]) await (field.of ? plain(scope, field.key).getByLabel(sayAuthor(speaks, `competence.${word}`)).check() : chooseSource(desk, scope, word));
      return;
    case 'media':
      await scope.locator('.md-field input[type=file]').setInputFiles(desk.files[field.type]);
      return scope.locator('.md-shown').waitFor();
    default:
      throw new Error(`nobody knows how to fill in ${field.key}`);
  }
}

/** Presses a list longer until it has a place for everything; each time the caret stands where the next words go. */
async function lengthen(desk: Desk, list: Locator, key: string, wanted: number): Promise<void> {
  const rows = list.locator('> li:not(.add)');
  for (let count = await rows.count(); count < wanted; count += 1) {
    await list.locator('> li.add').getByRole('button', { name: sayAuthor(desk.speaks, `add.${key}`) }).click();
    await rows.nth(count).locator(CARET).waitFor();
  }
}

/**
 * Writes a thing in one language by its form, field by field, with the editor's own buttons and keys. `first`: nothing
 * of it is there yet; else it is translated, and what is the same in every language stays.
 */
export async function fill(desk: Desk, scope: Locator, form: Form, thing: Thing, lang: string, first: boolean): Promise<void> {
  for (const field of form) {
    const value = thing[field.key];
    if (value === undefined) continue;
    if (field.kind === 'line' || field.kind === 'paragraphs') await writeText(desk.page, scope, field, lang, (value as LocalizedText)[lang] ?? '');
    else if (field.kind === 'list') {
      const list = scope.locator(`> ol.things.${field.key}`);
      const things = value as Thing[];
      if (first) await lengthen(desk, list, field.key, things.length);
      for (const [at, one] of things.entries()) await fill(desk, list.locator('> li').nth(at).locator('> .inside'), formIn(field, one), one, lang, first);
    } else if (field.kind === 'group') {
      const group = scope.locator('> .group');
      if (first && (await group.count()) === 0) {
        await scope.getByRole('button', { name: sayAuthor(desk.speaks, `add.${field.key}`) }).click();
        await group.locator(CARET).waitFor();
      }
      await fill(desk, group, field.of(), value as Thing, lang, first);
    } else if (first) await fillPlain(desk, scope, field, value);
  }
}

/** Begins a block or question at the end of what is there, by the list of types; the caret goes into it. @returns its card. */
export async function begin(desk: Desk, list: 'blocks' | 'items', type: string): Promise<Locator> {
  const cards = desk.page.locator('.thing > .card');
  const before = await cards.count();
  await desk.page.locator('.add-thing select').last().selectOption({ label: sayAuthor(desk.speaks, `${list === 'blocks' ? 'block' : 'item'}.${type}`) });
  const card = cards.nth(before);
  await card.locator(`${CARET}, .md-choose:focus`).waitFor();
  return card;
}
