import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Item } from '@seek-justice/domain/assessment/item.ts';
import { arrangedItems, askArranged } from './support/arranged.ts';
import { moduleAt } from './support/course.ts';
import { darkFaults, faultsOf } from './support/inspect.ts';
import { answer, goOn, ownRecords, question, switchTo } from './support/learner.ts';
import { PHONE, useStage } from './support/stage.ts';
import { type Lang, LANGS, say } from './support/words.ts';

const stage = useStage();

async function openQuestions(lang: Lang, as: string): Promise<{ page: Page; items: [Item, Item, Item] }> {
  const { quiz } = await moduleAt(stage.url, 0);
  const page = await stage.visit({ lang, as });
  await askArranged(page, quiz.leaves, quiz.id);
  await page.goto(`/learn/${quiz.id}`);
  await question(page, lang, 1, 3);
  return { page, items: arrangedItems(lang) as [Item, Item, Item] };
}

const faults = async (page: Page, lang: Lang): Promise<string[]> => [...(await faultsOf(page, lang, PHONE.viewport.width)), ...(await darkFaults(page))];
const textOf = (item: Item, id: string): string => item.options.find((option) => option.id === id)?.text ?? '';
const matchOf = (item: Item, id: string): string => item.options.find((option) => option.id === id)?.match ?? '';
const row = (page: Page, words: string) => page.locator('.option > button:first-child', { hasText: words });
const choice = (page: Page, words: string) => page.locator('.choices button', { hasText: words });
const verdicts = async (page: Page, lang: Lang): Promise<boolean[]> => (await page.locator('.verdict').allInnerTexts()).map((words) => words.includes(say(lang, 'quiz.right')));

describe.each(LANGS)('questions about a situation, in pairs and in order (%s)', (lang) => {
  test('are answered by tapping, told of place by place, and handed in as ids', async () => {
    const as = lang === 'km' ? 'DEMO-0041' : 'DEMO-0042';
    const { page, items: [plan, who, steps] } = await openQuestions(lang, as);

    await page.getByText(plan.situation ?? '').waitFor();
    await answer(page, lang, plan, ['a']);
    expect(await faults(page, lang)).toEqual([]);
    await goOn(page, lang, false);

    // Each line is given what is under it; the last but one is mended.
    await question(page, lang, 2, 3);
    const check = page.getByRole('button', { name: say(lang, 'quiz.check') });
    for (const id of ['a', 'c', 'b', 'd']) await choice(page, matchOf(who, id)).tap();
    expect(await choice(page, '').count()).toBe(0);
    await check.tap();
    expect(await verdicts(page, lang)).toEqual([true, false, false, true]);
    await page.getByText(say(lang, 'quiz.tryAgain')).waitFor();
    expect(await faults(page, lang)).toEqual([]);
    for (const id of ['b', 'c']) await row(page, textOf(who, id)).tap();
    expect(await faults(page, lang)).toEqual([]);
    // The line that was tapped last comes first, then the one that is open still.
    for (const id of ['c', 'b']) await choice(page, matchOf(who, id)).tap();
    await check.tap();
    expect(await verdicts(page, lang)).toEqual([true, true, true, true]);
    await goOn(page, lang, false);

    await question(page, lang, 3, 3);
    expect(await check.isDisabled()).toBe(true);
    for (const id of ['a', 'c', 'd']) await row(page, textOf(steps, id)).tap();
    await row(page, textOf(steps, 'c')).tap();
    await row(page, textOf(steps, 'b')).tap();
    expect(await check.isDisabled()).toBe(true);
    await row(page, textOf(steps, 'c')).tap();
    await check.tap();
    // a, d, b, c: the first alone stands where it should.
    const stands = Object.fromEntries(await Promise.all(steps.options.map(async ({ id, text }) => [id, await page.locator('.option.right', { hasText: text }).count()])));
    expect(stands).toEqual({ a: 1, b: 0, c: 0, d: 0 });
    expect(await faults(page, lang)).toEqual([]);
    await goOn(page, lang, true);

    await page.getByText(say(lang, 'arrange.rightOrder')).waitFor();
    await page.getByText(say(lang, 'arrange.yourPlace', { n: 2 })).waitFor();
    await page.getByText(say(lang, 'arrange.rightPairs')).waitFor();
    expect(await faults(page, lang)).toEqual([]);
    await page.getByText(say(lang, 'result.sent')).waitFor();
    const { quiz } = await moduleAt(stage.url, 0);
    expect((await ownRecords(page)).find(({ type, body }) => type === 'quiz.submitted' && body.quiz === quiz.id && 'who' in (body.answers as object))?.body).toMatchObject({
      lang,
      answers: { plan: ['a'], who: ['a', 'c', 'b', 'd'], steps: ['a', 'd', 'b', 'c'] },
    });
  });
});

describe('an arranged question', () => {
  test('is answered with the keyboard alone, and keeps what was put down through another language', async () => {
    const { page, items: [plan, who] } = await openQuestions('en', 'DEMO-0043');
    await answer(page, 'en', plan, ['a']);
    await goOn(page, 'en', false);
    await choice(page, matchOf(who, 'a')).focus();
    await page.keyboard.press('Enter');
    // The next line has the focus, and what may be put to it comes after.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(textOf(who, 'b'));
    await page.keyboard.press('Tab');
    const chosen = await page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('Space');
    await switchTo(page, 'km');
    const [, khmer] = arrangedItems('km') as [Item, Item, Item];
    const given = who.options.find(({ match }) => match && chosen.includes(match))?.id ?? '';
    await row(page, textOf(khmer, 'a')).filter({ hasText: matchOf(khmer, 'a') }).waitFor();
    await row(page, textOf(khmer, 'b')).filter({ hasText: matchOf(khmer, given) }).waitFor();
  });
});
