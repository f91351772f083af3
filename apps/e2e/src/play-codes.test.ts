import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { LessonLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { partsOf } from '@seek-justice/domain/curriculum/narration.ts';
import { type TestNarration, testNarration } from '../../api/test/support/narration.ts';
import { lessonLeaf, moduleAt } from './support/course.ts';
import { printedCodes } from './support/qr.ts';
import { DESK, Stage } from './support/stage.ts';
import { type Lang, say, sayAuthor } from './support/words.ts';

const LESSON = 'k7f2qd';
const SONG = 'song1';
const TONE = join(import.meta.dirname, '..', '..', 'api', 'test', 'fixtures', 'audio', 'tone-20s.opus');
/** A sheet of A4 without its margins, at 96 dots to the inch, drawn as finely as a printer would. */
const SHEET = { viewport: { width: 703, height: 1031 }, deviceScaleFactor: 3, isMobile: false, hasTouch: false };

const stage = new Stage();
let narration: TestNarration;
/** Blocks with a text that everybody hears, in their order. */
let heard: string[];

/** Adds a sound of twenty seconds to the end of the lesson, and publishes it. */
async function addSong(page: Page): Promise<void> {
  const { request } = page.context();
  const headers = { origin: stage.url };
  const tone = readFileSync(TONE);
  const tus = { ...headers, 'tus-resumable': '1.0.0' };
  const begun = await request.post('/api/uploads', { headers: { ...tus, 'upload-length': String(tone.length), 'upload-metadata': `use ${Buffer.from('audio').toString('base64')}` } });
  const upload = (begun.headers().location ?? '').split('/').at(-1) ?? '';
  await request.patch(`/api/uploads/${upload}`, { headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, data: tone });
  const media = await (await request.post('/api/media', { headers, data: { upload, use: 'audio' } })).json();
  const { version, document } = await (await request.get(`/api/drafts/${LESSON}`)).json();
  const thing = { id: SONG, type: 'audio', media, title: { km: 'ចម្រៀងអំពីអ្នកជិតខាង', en: 'A song about neighbours' }, transcript: { km: 'សូមស្រឡាញ់អ្នកជិតខាង', en: 'Love your neighbour' } };
  const after = document.body.blocks.at(-1).id;
  const { outcomes } = await (await request.post(`/api/drafts/${LESSON}/edits`, { headers, data: { version, edits: [{ op: 'add', path: ['blocks'], thing, after }] } })).json();
  expect(outcomes).toEqual([{ result: 'done' }]);
  const course = (await (await request.get('/api/drafts')).json()).courses[0].id;
  expect((await request.post(`/api/courses/${course}/publish`, { headers, data: { kind: 'content', note: {}, release: false } })).status()).toBe(200);
}

beforeAll(async () => {
  narration = await testNarration();
  await stage.start({ narration: narration.folder });
  await addSong(await stage.visit({ as: 'author@example.org' }));
  const [lesson] = (await moduleAt(stage.url, 0)).lessons;
  const leaf: LessonLeaf = await lessonLeaf(stage.url, lesson as NonNullable<typeof lesson>, 'km');
  expect([lesson?.id, leaf.blocks.at(-1)?.id]).toEqual([LESSON, SONG]);
  const parts = new Set(partsOf(leaf).flatMap(({ key, aside }) => (aside ? [] : [key.split(/[.:]/)[0]])));
  heard = leaf.blocks.map(({ id }) => id).filter((id) => parts.has(id));
}, 90_000);
afterEach(() => stage.endTest());
afterAll(async () => {
  await stage.stop();
  rmSync(narration.folder, { recursive: true });
});

const address = (block: string, lang = 'km'): string => `${stage.url}/learn/${LESSON}?lang=${lang}#${block}`;
const typed = (block: string): string => `${new URL(stage.url).host}/learn/${LESSON}#${block}`;

/** Opens the lesson as at a desk, and shows it as its printer gets it, once its codes can be made. */
async function onPaper(lang: Lang): Promise<Page> {
  const page = await stage.visit({ ...SHEET, lang });
  await page.goto(`/learn/${LESSON}`);
  // What a browser says when somebody chooses to print; before its codes can be made a lesson is printed without.
  await page.waitForFunction(() => {
    window.dispatchEvent(new Event('beforeprint'));
    return document.querySelector('.play-code') !== null;
  });
  await page.emulateMedia({ media: 'print' });
  return page;
}

describe('a lesson on paper', () => {
  test('has beside each block that is heard a code that a phone reads: its address, large enough, with light around it', async () => {
    const page = await onPaper('km');
    const codes = await printedCodes(page);
    expect(codes.map(({ address: one }) => one)).toEqual(heard.map((block) => address(block)));
    for (const { width, light, squares } of codes) expect([width >= 20, light >= (4 * width) / squares - 0.01]).toEqual([true, true]);
    // No code reaches out of its block, where another text would run into it.
    expect(await page.locator('.play-code').evaluateAll((all) => all.every((code) => code.getBoundingClientRect().bottom <= (code.closest('[data-block]') as Element).getBoundingClientRect().bottom + 0.5))).toBe(true);
    // Twenty seconds of tone.
    const song = codes.at(-1)?.words ?? '';
    expect(song).toBe(`${say('km', 'paper.listen', { length: '០:២០' })} ${typed(SONG)}`);
  });

  test('in another language has codes of that language, and none for what nobody reads aloud in it', async () => {
    const page = await onPaper('en');
    expect((await printedCodes(page)).map(({ address: one }) => one)).toEqual([address(SONG, 'en')]);
  });

  test('is printed with its codes, from the browser’s own menu and from the page, and shows none of them before and after', async () => {
    const page = await stage.visit({ ...SHEET, lang: 'km' });
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
    });
    await page.goto(`/learn/${LESSON}`);
    const give = page.getByRole('button', { name: say('km', 'lesson.give') });
    await give.click();
    await page.getByRole('button', { name: say('km', 'handOn.print') }).click();
    await page.locator('html[data-printed]').waitFor();
    expect(await page.locator('.play-code').count()).toBe(0);
    // Told last: what stands there then is what is printed.
    await page.evaluate(() => window.addEventListener('beforeprint', () => document.documentElement.setAttribute('data-codes', String(document.querySelectorAll('.play-code').length))));
    await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(await page.locator('html').getAttribute('data-codes')).toBe(String(heard.length));
    expect(await page.locator('.play-code').count()).toBe(0);
  });
});

describe('who scans a code', () => {
  test('comes to its block in the language of the paper, on a phone that is set to another, and hears it with one tap', async () => {
    const page = await stage.visit({ lang: 'en' });
    const block = heard[1] ?? '';
    await page.goto(address(block));
    const hear = page.locator(`[data-block="${block}"] button[data-hear]`).first();
    await hear.waitFor();
    expect(await hear.getAttribute('aria-label')).toContain(say('km', 'paper.hear'));
    await expectInView(page, block);
    expect(await page.locator('audio').evaluateAll((all) => all.every((one) => (one as HTMLAudioElement).paused))).toBe(true);
    await hear.tap();
    await page.locator(`[data-block="${block}"].hearing, [data-block="${block}"] .hearing`).first().waitFor();
    // What stays is the language; the address is the lesson's own.
    expect([await page.locator('html').getAttribute('lang'), new URL(page.url()).search]).toEqual(['km', '']);
  });

  test('finds a recording’s own player under the hand, silent', async () => {
    const page = await stage.visit({ lang: 'km' });
    await page.goto(address(SONG));
    await page.waitForFunction((block) => document.activeElement?.tagName === 'AUDIO' && document.activeElement.closest(`[data-block="${block}"]`) !== null, SONG);
    expect(await page.locator(`[data-block="${SONG}"] audio`).evaluate((audio: HTMLAudioElement) => audio.paused)).toBe(true);
    await expectInView(page, SONG);
  });
});

async function expectInView(page: Page, block: string): Promise<void> {
  const { top, height } = await page.locator(`[data-block="${block}"]`).evaluate((one) => ({ top: one.getBoundingClientRect().top, height: innerHeight }));
  expect([top > -1, top < height / 2]).toEqual([true, true]);
}

describe('an author’s paper', () => {
  test('has the codes of each language beside its text, of a lesson and of a whole module', async () => {
    const page = await stage.visit({ ...SHEET, viewport: DESK.viewport, lang: 'en', as: 'author@example.org' });
    await page.goto(`/author/paper/${LESSON}`);
    await page.locator('.proof-sheet').waitFor();
    await page.getByText(sayAuthor('en', 'paper.thisComputer')).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText(sayAuthor('en', 'paper.thisComputer')).isVisible()).toBe(false);
    const codes = await printedCodes(page);
    // Khmer is read aloud; the song is heard in both.
    expect(codes.map(({ address: one }) => one).toSorted()).toEqual([...heard.map((block) => address(block)), address(SONG, 'en')].toSorted());
    for (const { width, light, squares } of codes) expect([width >= 20, light >= (4 * width) / squares - 0.01]).toEqual([true, true]);
    expect(codes.filter(({ address: one }) => one === address(SONG, 'en'))[0]?.words).toBe(`${sayAuthor('en', 'sheet.listen').replace('{{length}}', '0:20')} ${typed(SONG)}`);
    const module = (await moduleAt(stage.url, 0)).id;
    await page.goto(`/author/paper/${module}`);
    await page.locator('.proof-sheet').nth(3).waitFor();
    const all = (await printedCodes(page)).map(({ address: one }) => new URL(one).pathname);
    expect(new Set(all)).toEqual(new Set((await moduleAt(stage.url, 0)).lessons.map(({ id }) => `/learn/${id}`)));
  });

  test('is not made ready while a lesson is being written; once one is read, it is', async () => {
    const page = await stage.visit({ ...SHEET, viewport: DESK.viewport, lang: 'en', as: 'author@example.org' });
    await page.clock.install();
    await page.goto(`/author/${LESSON}`);
    await page.locator('.card').nth(6).waitFor();
    await page.waitForLoadState('networkidle');
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.clock.runFor(10_000);
    // What was asked for before this is known by its answer.
    await page.evaluate(() => fetch('/shell'));
    expect(fetched.filter((path) => path.startsWith('/assets/'))).toEqual([]);
    await page.goto(`/learn/${LESSON}`);
    await page.locator('article [data-block]').first().waitFor();
    await page.clock.runFor(10_000);
    await page.locator('body > audio').waitFor({ state: 'attached' });
  });
});
