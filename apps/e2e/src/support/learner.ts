import type { Page } from 'playwright-core';
import { isArranged, isWritten, type Item } from '@seek-justice/domain/assessment/item.ts';
import type { QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { type Lang, part, say } from './words.ts';

/** Fills in the sign-in form and sends it, by thumb. Where the phone has readers already, it is another person who signs in with a card. */
export async function signInByThumb(page: Page, lang: Lang, code: string, secret: string): Promise<void> {
  const withCard = page.getByRole('button', { name: say(lang, 'readers.card') });
  await withCard.or(page.getByRole('button', { name: say(lang, 'signIn.useEmail') })).waitFor();
  if (await withCard.isVisible()) await withCard.tap();
  await page.getByLabel(say(lang, 'signIn.code')).fill(code);
  await page.getByLabel(say(lang, 'signIn.pin')).fill(secret);
  await page.getByRole('button', { name: say(lang, 'signIn.go'), exact: true }).tap();
}

/** Finishes the lesson that is open. */
export async function finishLesson(page: Page, lang: Lang): Promise<void> {
  // Before the app has taken the server's page over, it is a link and nothing more: no reader is at the end so soon.
  await page.waitForFunction(() => Object.keys(document.querySelector('.onward a.btn') ?? {}).some((key) => key.startsWith('__reactProps')));
  await page.getByRole('link', { name: say(lang, 'lesson.finish') }).tap();
}

/** The ids of the options that are right. */
export function rightOf(item: Item): string[] {
  return item.options.filter(({ right }) => right).map(({ id }) => id);
}

/** The ids of one option that is not. */
export function wrongOf(item: Item): string[] {
  return item.options.filter(({ right }) => !right).slice(0, 1).map(({ id }) => id);
}

/** The row of an option of the question on screen. */
export function optionRow(page: Page, item: Item, id: string) {
  return page.locator('.options > li').nth(item.options.findIndex((option) => option.id === id));
}

/** Waits until a question is on screen, from 1. */
export async function question(page: Page, lang: Lang, n: number, of: number): Promise<void> {
  await page.locator('.along', { hasText: say(lang, 'quiz.of', { n, of }) }).waitFor();
}

/** Chooses options of the question on screen and waits for what is said to them. */
export async function answer(page: Page, lang: Lang, item: Item, ids: readonly string[]): Promise<void> {
  for (const id of ids) await optionRow(page, item, id).getByRole(item.type === 'multiple' ? 'checkbox' : 'button').tap();
  if (item.type === 'multiple') await page.getByRole('button', { name: say(lang, 'quiz.check') }).tap();
  for (const id of ids) await optionRow(page, item, id).locator('.verdict').waitFor();
}

/** Puts the pairs or steps of the question on screen where they belong: each line is given what is under it. */
async function arrange(page: Page, lang: Lang, item: Item): Promise<void> {
  for (const { text, match } of item.options)
    await (match === undefined ? page.locator('.option > button:first-child', { hasText: text }) : page.locator('.choices button', { hasText: match })).tap();
  await page.getByRole('button', { name: say(lang, 'quiz.check') }).tap();
  await page.locator('.verdict').nth(item.options.length - 1).waitFor();
}

/** Writes what somebody else says too, and looks at what others say. */
async function sayInOwnWords(page: Page, lang: Lang, item: Item): Promise<void> {
  await page.getByLabel(say(lang, 'written.field')).fill(item.options[0]?.text ?? '');
  await page.getByRole('button', { name: say(lang, 'written.show') }).tap();
  await page.locator('.others > li').nth(item.options.length - 1).waitFor();
  await page.locator('.others > li').first().getByText(say(lang, 'written.yours')).waitFor();
}

/** Goes from the present question to the next, or from the last one to the result. */
export async function goOn(page: Page, lang: Lang, last: boolean): Promise<void> {
  await page.getByRole('button', { name: say(lang, last ? 'quiz.finish' : 'quiz.next') }).tap();
}

/** Answers everything from question `from` (0 for the first) rightly, to the result. */
export async function answerRightly(page: Page, lang: Lang, quiz: QuizLeaf, from = 0): Promise<void> {
  const of = quiz.items.length;
  for (const [at, item] of quiz.items.entries()) {
    if (at < from) continue;
    await question(page, lang, at + 1, of);
    await (isWritten(item) ? sayInOwnWords(page, lang, item) : isArranged(item) ? arrange(page, lang, item) : answer(page, lang, item, rightOf(item)));
    await goOn(page, lang, at + 1 === of);
  }
  await page.getByRole('heading', { name: say(lang, 'result.title') }).waitFor();
}

/** Switches the language with the link in the bar. */
export async function switchTo(page: Page, lang: Lang): Promise<void> {
  const name = lang === 'km' ? 'ភាសាខ្មែរ' : 'English';
  await page.getByRole('navigation', { name: part(say(lang === 'km' ? 'en' : 'km', 'app.language')) }).getByRole('link', { name }).tap();
  await page.locator(`html[lang=${lang}]`).waitFor();
}

/** What the server holds of what the person who is signed in has done, oldest first; without the records that name a phone's key. */
export async function ownRecords(page: Page): Promise<Envelope[]> {
  const answer = await page.context().request.get('/api/records');
  const { records } = (await answer.json()) as { records: { record: Envelope }[] };
  return records.map(({ record }) => record).filter(({ type }) => type !== 'profile.opened');
}
