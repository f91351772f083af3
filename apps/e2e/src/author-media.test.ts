import { expect, test } from '@jest/globals';
import type { Locator, Page, Request } from 'playwright-core';
import { greyPicture } from './support/pictures.ts';
import { DESK, useStage } from './support/stage.ts';
import { sayAuthor } from './support/words.ts';

const stage = useStage({ microphone: true });
const LESSON = 'k7f2qd';
const UPLOADS = '**/api/uploads**';
/** What the app sends at once. */
const PIECE = 256 * 1024;

/** Cuts the line to uploads after so many pieces. */
async function cutAfter(page: Page, pieces: number): Promise<void> {
  let left = pieces;
  await page.route(UPLOADS, (route) => {
    if (route.request().method() !== 'PATCH') return left > 0 ? route.continue() : route.abort();
    left -= 1;
    return left >= 0 ? route.continue() : route.abort();
  });
}

test('a picture arrives over a line that breaks, also when the page was left meanwhile, and stands in the lesson', async () => {
  const page = await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' });
  await page.goto(`/author/${LESSON}`);
  await page.locator('.card').nth(1).waitFor();
  await page.locator('.add-thing select').first().selectOption('image');
  const card = page.locator('.card[data-type=image]');
  await cutAfter(page, 1);
  await card.locator('input[type=file]').setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: greyPicture({ width: 8, height: 8, waste: 600_000 }) });
  await card.locator('[data-phase=waiting]').waitFor();
  await page.locator('.save-state.saved').waitFor();
  await page.reload();
  await card.locator('[data-phase=waiting]').getByText(sayAuthor('en', 'media.waitingKept')).waitFor();
  await page.unroute(UPLOADS);
  const sent: Request[] = [];
  page.on('request', (request) => request.method() === 'PATCH' && sent.push(request));
  await card.getByRole('button', { name: sayAuthor('en', 'state.again') }).click();
  await card.locator('.md-shown img').waitFor();
  // What had arrived before the line broke was not sent again.
  expect(sent[0]?.headers()['upload-offset']).toBe(String(PIECE));
  expect(sent).toHaveLength(2);
  await card.locator('input[type=radio]').first().check();
  const shown = page.locator('.preview .phone .picture img');
  await shown.waitFor();
  await page.waitForFunction(() => (document.querySelector<HTMLImageElement>('.preview .phone .picture img')?.naturalWidth ?? 0) > 0);
  // No file name goes along, and nobody's program in the file.
  expect((await (await page.context().request.get((await shown.getAttribute('src')) ?? '')).body()).includes('Comment')).toBe(false);
});

test('a part that is read aloud is kept on this computer while the line is gone, is heard when it is there, and grows old with its text', async () => {
  const page = await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org', permissions: ['microphone'] });
  // No other page may ask for a microphone.
  for (const [path, whose] of [[`/author/${LESSON}`, ''], [`/author/listen/${LESSON}`, 'self']] as const) {
    expect((await page.context().request.get(path)).headers()['permissions-policy']).toContain(`microphone=(${whose})`);
  }
  await page.goto(`/author/listen/${LESSON}#km/:title`);
  const room = page.locator('.nar-part');
  const title = page.locator('.nar-list [data-key=":title"]');
  await page.locator('.rec-main').waitFor();
  const parts = await page.locator('.nar-list li').count();
  await page.getByText(sayAuthor('en', 'record.missing').replace('{{n}}', String(parts))).waitFor();
  await page.route(UPLOADS, (route) => route.abort());
  await page.keyboard.press('Space');
  // The browser's own false microphone beeps twice a second.
  await page.locator('.rec-time', { hasText: '0:02' }).waitFor();
  await page.keyboard.press('Space');
  await page.locator('.rec-take').waitFor();
  await page.keyboard.press('Space');
  await page.locator('.nar-list [data-key=":title"][data-state=sending]').waitFor();
  await page.locator('.nar-list [aria-current]:not([data-key=":title"])').waitFor();
  await page.reload();
  await page.locator('.nar-list [data-key=":title"][data-state=sending]').waitFor();
  await page.unroute(UPLOADS);
  await page.reload();
  await page.locator('.nar-list [data-key=":title"][data-state=recorded]').waitFor();
  await page.getByText(sayAuthor('en', 'record.missing').replace('{{n}}', String(parts - 1))).waitFor();
  await title.click();
  const { played, address } = await room.locator('.nar-clip audio').evaluate(async (audio: HTMLAudioElement) => {
    await audio.play();
    await new Promise((resolve) => audio.addEventListener('timeupdate', resolve, { once: true }));
    return { played: audio.duration, address: audio.src };
  });
  expect(played).toBeGreaterThan(1);
  expect(played).toBeLessThan(5);
  // Opus at 16 kbit/s: two kilobytes a second, and what holds them together.
  const bytes = (await (await page.context().request.get(address)).body()).length;
  expect(bytes / played).toBeLessThan(4_000);

  const draft = (await (await page.context().request.get(`/api/drafts/${LESSON}`)).json()) as { version: number; document: { body: { title: { km: string } } } };
  const { km } = draft.document.body.title;
  const edits = [{ op: 'set', path: ['title'], lang: 'km', was: km, value: `${km} ថ្មី` }];
  expect((await page.context().request.post(`/api/drafts/${LESSON}/edits`, { headers: { origin: stage.url }, data: { version: draft.version, edits } })).ok()).toBe(true);
  await page.reload();
  await room.locator('ins', { hasText: 'ថ្មី' }).waitFor();
  await page.locator('.nar-list [data-key=":title"][data-state=stale]').waitFor();
});

/** Reads something into the false microphone, and keeps none of it. */
async function take(page: Page): Promise<void> {
  await page.locator('.rec-main').click();
  await page.locator('.rec-time', { hasText: '0:01' }).waitFor();
  await page.locator('.rec-main').click();
  await page.locator('.rec-take').waitFor();
}

test('nobody loses what was read by a link, by back, or by another page: the page asks first, and stays or leaves as it is told', async () => {
  const page = await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org', permissions: ['microphone'] });
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  const question = page.getByRole('dialog', { name: sayAuthor('en', 'leave.title') });
  const [stay, leave] = (['leave.stay', 'leave.leave'] as const).map((key) => question.getByRole('button', { name: sayAuthor('en', key), exact: true })) as [Locator, Locator];
  const wayBack = page.getByRole('link', { name: sayAuthor('en', 'record.back') });
  // Here, on to the text within the app, and back here: then the way forward stays within the app too.
  await page.goto(`/author/listen/${LESSON}`);
  await page.locator('.rec-main').waitFor();
  // Nothing is read: nothing is asked.
  await wayBack.click();
  await page.locator('.save-state').waitFor();
  await page.goBack();
  await take(page);

  await wayBack.click();
  await stay.waitFor();
  // The safe answer has the focus; Escape says the same.
  expect(await stay.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(await wayBack.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.locator('.rec-take').waitFor();

  // Forward in the history.
  await page.evaluate(() => history.forward());
  await stay.click();
  await page.locator('.rec-take').waitFor();
  expect(new URL(page.url()).pathname).toBe(`/author/listen/${LESSON}`);

  // A page of its own: the browser asks, in its words.
  await Promise.all([page.waitForEvent('dialog'), page.evaluate(() => location.assign('/learn'))]);
  await page.locator('.rec-take').waitFor();
  expect(asked).toEqual(['beforeunload']);

  await wayBack.click();
  await leave.click();
  await page.locator('.save-state').waitFor();
  expect([new URL(page.url()).pathname, asked]).toEqual([`/author/${LESSON}`, ['beforeunload']]);
});

test('who leaves in a hurry is asked nothing, whatever was read', async () => {
  const page = await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org', permissions: ['microphone'] });
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await page.goto(`/author/listen/${LESSON}`);
  await take(page);
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift');
  await page.waitForURL('**/reading');
  expect(asked).toEqual([]);
});

test('a recording that was taken away comes back as it was, also after a reload', async () => {
  const page = await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org', permissions: ['microphone'] });
  await page.goto(`/author/listen/${LESSON}`);
  await page.locator('.rec-main').waitFor();
  const key = (await page.locator('.nar-part').getAttribute('data-key')) ?? '';
  const row = page.locator(`.nar-list [data-key="${key}"]`);
  await take(page);
  await page.locator('.rec-keep').click();
  await page.locator(`.nar-list [data-key="${key}"][data-state=recorded]`).waitFor();
  await row.click();
  const sound = page.locator('.nar-clip audio');
  const address = await sound.getAttribute('src');
  await page.locator('.nar-remove summary').click();
  await page.getByRole('button', { name: sayAuthor('en', 'record.removeDo') }).click();
  await page.locator(`.nar-list [data-key="${key}"][data-state=missing]`).waitFor();
  const back = page.locator('.nar-part').getByRole('button', { name: sayAuthor('en', 'thing.undo') });
  await back.waitFor();
  expect(await back.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.goto(`/author/listen/${LESSON}#km/${key}`);
  await page.reload();
  await back.click();
  await page.locator(`.nar-list [data-key="${key}"][data-state=recorded]`).waitFor();
  expect(await sound.getAttribute('src')).toBe(address);
});
