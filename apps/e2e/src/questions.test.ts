import { describe, expect, test } from '@jest/globals';
import { half, rewrite, saved, stored, unfold } from './support/editor.ts';
import { DESK, useStage } from './support/stage.ts';
import { sayAuthor } from './support/words.ts';

const stage = useStage();
/** The quizzes of the first and the last seeded module. */
const [FIRST, LAST] = ['q8x3mt', 'v6k2tr'];

describe('the author of a quiz', () => {
  test('takes a copy, hears that its original has changed and takes that over; puts a question aside and takes it back', async () => {
    const page = await stage.visit({ ...DESK, lang: 'km', as: 'author@example.org' });
    await page.goto(`/author/${LAST}`);
    await unfold(page, sayAuthor('km', 'bank.title'));
    await page.getByRole('searchbox').fill('beer garden បំណុល');
    await page.getByRole('button', { name: sayAuthor('km', 'bank.find') }).click();
    await page.getByRole('button', { name: sayAuthor('km', 'bank.copy') }).click();
    await saved(page);
    const copy = (await stored(page, LAST)).document.body.items.at(-1);
    expect(copy.from).toMatchObject({ draft: FIRST, item: 'h1' });
    expect(await page.locator('.half.is-stale').count()).toBe(0);

    // Somebody else writes the original anew.
    const { en } = copy.question;
    await page.context().request.post(`${stage.url}/api/drafts/${FIRST}/edits`, {
      headers: { origin: stage.url },
      data: { version: 0, edits: [{ op: 'set', path: ['items', 'h1', 'question'], lang: 'en', was: en, value: en.replace('twenty', 'nineteen') }] },
    });
    await page.reload();
    await page.locator('.origin.changed ins', { hasText: 'nineteen' }).waitFor();
    await page.getByRole('button', { name: sayAuthor('km', 'origin.take') }).click();
    await page.locator('.origin.changed').waitFor({ state: 'detached' });
    await saved(page);
    expect((await stored(page, LAST)).document.body.items.at(-1).question.en).toBe(en.replace('twenty', 'nineteen'));

    await page.locator('#thing-q2').getByRole('button', { name: sayAuthor('km', 'bank.putAside') }).click();
    await page.locator('#thing-q2').waitFor({ state: 'detached' });
    await unfold(page, sayAuthor('km', 'bank.title'));
    await page.getByRole('searchbox').fill('only the family');
    await page.getByRole('button', { name: sayAuthor('km', 'bank.find') }).click();
    await page.getByRole('button', { name: sayAuthor('km', 'bank.back') }).click();
    await page.locator('#thing-q2').waitFor();
  });

  test('sees advice come while they type, agreed words underlined, and where a translation has another one', async () => {
    const page = await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' });
    await page.goto(`/author/${FIRST}`);
    await page.locator('#thing-h2 .gloss', { hasText: 'police' }).first().waitFor();
    await page.locator('#thing-h1').waitFor();
    expect(await page.locator('.quiz-summary').count()).toBe(0);

    await rewrite(page, 'items/h1/options/a/text', 'en', '“I will go in and tell her to run tonight.”');
    await page.locator('.item-notes', { hasText: sayAuthor('en', 'advice.same_option').replace('{{lang}}', 'English') }).waitFor();
    await page.locator('.quiz-summary').waitFor();

    await rewrite(page, 'items/h2/question', 'km', 'យើងអធិស្ឋាន។ រឿងយុត្តិធម៌ ជាការងាររបស់គេ។');
    await half(page, 'items/h2/question', 'km').locator('.term-missed', { hasText: 'ប៉ូលីស' }).waitFor();
    // Underlined while it is written too, and nothing of it is in the text.
    await half(page, 'items/h2/question', 'en').locator('[role=textbox]').focus();
    await half(page, 'items/h2/question', 'en').locator('.writing .gloss', { hasText: 'police' }).waitFor();
    await half(page, 'items/h2/question', 'en').locator('.term-line', { hasText: 'ប៉ូលីស' }).waitFor();
    const taken = page.waitForResponse((answer) => answer.url().endsWith('/edits') && answer.ok() && (answer.request().postData() ?? '').includes(' Police?'));
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(' Police?');
    await half(page, 'items/h2/question', 'en').locator('.writing .gloss', { hasText: /^Police$/ }).waitFor();
    await taken;
    const { en } = (await stored(page, FIRST)).document.body.items.find(({ id }: any) => id === 'h2').question;
    expect(en).toMatch(/^A deacon says: “We are a church\..* Police\?$/s);
    expect(en).not.toMatch(/[<>]/);
  });
});
