import { describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { DESK, PHONE, useStage } from './support/stage.ts';
import { sayAuthor } from './support/words.ts';

const stage = useStage();
const LESSON = 'k7f2qd';
const t = (key: Parameters<typeof sayAuthor>[1]) => sayAuthor('en', key);

const card = (page: Page, name: string): Locator => page.locator('.src-list > li', { hasText: name });
async function openSources(page: Page): Promise<void> {
  await page.goto('/author/sources');
  await page.locator('.src-list > li').first().waitFor();
}
const change = (page: Page, name: string): Promise<void> => card(page, name).getByRole('button', { name: new RegExp(`^${t('source.change')}: `) }).click();
const wrote = (page: Page) => page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().includes('/api/sources/'));
async function save(page: Page, button: string): Promise<number> {
  const answered = wrote(page);
  await page.locator('.src-form').getByRole('button', { name: button, exact: true }).click();
  return (await answered).status();
}

describe('a source', () => {
  test('that two authors change at once shows both to the second one, keeps every version, and can be brought back', async () => {
    const [one, other] = [await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' }), await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' })];
    await Promise.all([openSources(one), openSources(other)]);
    for (const page of [one, other]) await change(page, 'Child Helpline');
    await one.locator('.src-form').getByLabel(t('source.publisher')).fill('The helpline itself');
    expect(await save(one, t('source.save'))).toBe(200);
    await other.locator('.src-form').getByLabel(t('source.publisher')).fill('A ministry');
    await other.locator('.src-form').getByLabel(t('source.where'), { exact: false }).fill('https://example.org/1280');
    expect(await save(other, t('source.save'))).toBe(409);
    const both = other.locator('.src-moved');
    await both.locator('ins', { hasText: 'The helpline itself' }).waitFor();
    await both.locator('del', { hasText: 'helpline' }).waitFor();
    await both.locator('ins', { hasText: 'ministry' }).waitFor();
    // Nothing of what was typed is gone.
    expect(await other.locator('.src-form').getByLabel(t('source.publisher')).inputValue()).toBe('A ministry');
    expect(await save(other, t('collision.takeMine'))).toBe(200);

    const list = card(other, 'Child Helpline');
    await list.getByRole('button', { name: new RegExp(`^${t('history.title')}: `) }).click();
    await list.locator('.history li').nth(2).waitFor();
    expect(await list.locator('.history li').allTextContents()).toEqual([expect.stringMatching(/^3 .*Demo Author/), expect.stringMatching(/^2 .*Demo Author/), expect.stringMatching(/^1 .*came with the program/)]);
    await list.locator('.history li button').nth(1).click();
    await list.locator('.history section ins', { hasText: 'The helpline itself' }).waitFor();
    const restored = wrote(other);
    await list.getByRole('button', { name: t('history.restore') }).click();
    expect((await restored).status()).toBe(200);
    await list.locator('.history li').nth(3).waitFor();
    await card(other, 'The helpline itself').waitFor();
    expect(await list.locator('.history li').first().textContent()).toContain(t('history.why.restored'));
  });

  test('that changed after words of law were signed is shown to the reviewer with what it said before, and signed anew', async () => {
    const reviewer = await stage.visit({ ...PHONE, lang: 'en', as: 'reviewer@example.org' });
    await reviewer.goto(`/author/${LESSON}`);
    const status = reviewer.locator('#thing-b7 .status');
    await status.click();
    const law = reviewer.locator('#thing-b7 .review-box > ul > li', { hasText: t('competence.law') });
    await law.getByRole('button', { name: t('sign.do') }).click();
    await law.getByRole('button', { name: t('sign.withdraw') }).waitFor();

    const author = await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' });
    await openSources(author);
    await change(author, 'Trafficking in Persons');
    const title = author.locator('.src-form textarea[lang=en]').first();
    await title.fill('Trafficking in Persons Report, 2031');
    expect(await save(author, t('source.save'))).toBe(200);

    // She has the page of before on her screen: what she would sign is shown first.
    await law.getByRole('button', { name: t('sign.withdraw') }).click();
    await law.getByRole('button', { name: t('sign.do') }).click();
    await reviewer.locator('.review-box [role=alert]').waitFor();
    expect(await law.getByRole('button', { name: t('sign.withdraw') }).count()).toBe(0);
    await law.getByRole('button', { name: t('sign.do') }).click();
    await law.getByRole('button', { name: t('sign.withdraw') }).waitFor();

    await openSources(author);
    await change(author, 'Report, 2031');
    await title.fill('Trafficking in Persons Report, 2032');
    expect(await save(author, t('source.save'))).toBe(200);
    await reviewer.reload();
    await status.click();
    const changed = reviewer.locator('#thing-b7 .src-moved');
    await changed.locator('del', { hasText: '2031' }).waitFor();
    await changed.locator('ins', { hasText: '2032' }).waitFor();

    const { courses } = (await (await author.context().request.get(`${stage.url}/api/drafts`)).json()) as { courses: { id: string }[] };
    await author.goto(`/author/publish/${courses[0]?.id}`);
    await author.locator('.publish .problems').first().waitFor();
    for (const group of await author.locator('.problems').all()) await group.evaluate((one) => one.setAttribute('open', ''));
    await author.getByRole('link', { name: /Trafficking in Persons Report, 2032.*says something else/ }).click();
    await author.waitForURL(`**/author/${LESSON}#thing-b7.sources`);
  });
});
