import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import { dialable, type Contact } from '@seek-justice/domain/curriculum/contact.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { startBrowser } from './support/chromium.ts';
import { lessonLeaf, lessonWith, moduleAt } from './support/course.ts';
import { axeFaults } from './support/inspect.ts';
import { PHONE, useStage } from './support/stage.ts';
import { LANGS, type Lang, say } from './support/words.ts';

const stage = useStage();
/** The phone of who is given the copy. */
let other: Browser;
beforeAll(async () => {
  other = await startBrowser();
});
afterAll(() => other.close());

interface Copy {
  name: string;
  path: string;
  html: string;
}

/** Goes to the end of the lesson that is open and saves a copy of it. */
async function save(page: Page, lang: Lang): Promise<Copy> {
  await page.getByRole('button', { name: say(lang, 'lesson.give') }).tap();
  const link = page.getByRole('link', { name: say(lang, 'handOn.save') });
  const [download] = await Promise.all([page.waitForEvent('download'), link.tap()]);
  const path = await download.path();
  const html = await readFile(path, 'utf8');
  const kilobytes = Math.max(1, Math.round(Buffer.byteLength(html) / 1024));
  await page.getByText(say(lang, 'handOn.ready', { n: kilobytes })).waitFor();
  await page.getByText(download.suggestedFilename()).waitFor();
  return { name: download.suggestedFilename(), path, html };
}

/** Opens it where there is no app, no network and, unless a tool must look at it, no script. */
async function openElsewhere(copy: Copy, looks = false): Promise<{ page: Page; asked: string[] }> {
  const context = await other.newContext({ ...PHONE, offline: true, javaScriptEnabled: looks });
  const page = await context.newPage();
  const asked: string[] = [];
  const address = pathToFileURL(copy.path).href;
  await page.route('**/*', (route) => {
    if (route.request().url() === address) return route.fulfill({ contentType: 'text/html', body: copy.html });
    asked.push(route.request().url());
    return route.abort();
  });
  await page.goto(address);
  return { page, asked };
}

async function contacts(): Promise<Contact[]> {
  const answer = (await (await fetch(`${stage.url}/api/contacts`)).json()) as { contacts: Contact[] };
  return answer.contacts;
}

describe.each(LANGS)('a lesson handed on in %s', (lang) => {
  test('opens elsewhere with its text and every number, without an app, a network or a script', async () => {
    const [lesson] = (await moduleAt(stage.url, 1)).lessons;
    if (!lesson) throw new Error('module 2 has lessons');
    const page = await stage.visit({ lang });
    await page.goto(`/learn/${lesson.id}`);
    await page.locator('article').waitFor();
    const copy = await save(page, lang);
    expect(copy.name).toBe(`lesson-2-1-${lang}.html`);
    expect(copy.html).not.toMatch(/<script|<link|<iframe|<object|https?:|url\(|@import|srcset| on[a-z]+=| style=/i);
    expect(copy.html).not.toContain(new URL(stage.url).host);

    const { page: copied, asked } = await openElsewhere(copy);
    expect(await copied.title()).toBe(say(lang, 'handOn.lesson', { n: digitsFor(lang, '2.1') }));
    expect(await copied.locator('html').getAttribute('lang')).toBe(lang);
    expect(await copied.locator('h1').innerText()).toBe(textIn(lesson.title, lang));
    const text = await copied.locator('main').innerText();
    const leaf = await lessonLeaf(stage.url, lesson, lang);
    for (const block of leaf.blocks) if (block.type === 'text') expect(text).toContain(block.text.split(/[\n*{]/)[0]?.trim());
    const numbers = await copied.locator('#numbers').innerText();
    const known = await contacts();
    expect(known.length).toBeGreaterThan(2);
    for (const contact of known) {
      expect(await copied.locator(`#numbers a[href="tel:${dialable(contact.number)}"]`).innerText()).toBe(digitsFor(lang, contact.number));
      for (const words of [textIn(contact.name, lang), textIn(contact.answers, lang), textIn(contact.sourceTitle ?? {}, lang)]) {
        expect(words).not.toBe('');
        expect(numbers).toContain(words);
      }
    }
    // Nobody has rung any of the seeded numbers.
    expect(numbers.split(say(lang, 'contact.unverified'))).toHaveLength(known.length + 1);
    expect(numbers).toContain(say(lang, 'handOn.asOf', { date: '…' }).split('…')[0]);
    expect(numbers).toContain(say(lang, 'handOn.until', { date: '…' }).split('…')[0]);
    const choice = copied.locator('details').first();
    expect(await choice.getAttribute('open')).toBeNull();
    expect(asked).toEqual([]);
    expect(await copied.evaluate(() => document.scrollingElement?.scrollWidth)).toBeLessThanOrEqual(360);
    await copied.context().close();

    const { page: looked } = await openElsewhere(copy, true);
    expect(await axeFaults(looked)).toEqual([]);
    await looked.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFaults(looked)).toEqual([]);
    await looked.locator('details summary').first().tap();
    await looked.locator('details[open] .outcome').first().waitFor();
    await looked.context().close();
  });

  test('holds nothing of what was tried out in it, and is made without a network', async () => {
    const lesson = await lessonWith(stage.url, 'report');
    const page = await stage.visit({ lang });
    await page.goto(`/learn/${lesson.id}`);
    await page.waitForLoadState('networkidle');
    // Once with a network, so that what makes copies is on the phone.
    const before = await save(page, lang);
    for (const choice of await page.locator('.practice > .scene > details.choice').all()) await choice.evaluate((one) => one.setAttribute('open', ''));
    await page.locator('a.to-map').tap();
    await page.locator('.path').waitFor();
    await page.goBack();
    await page.context().setOffline(true);
    await page.locator('article .practice').first().waitFor();
    for (const choice of await page.locator('.practice > .scene > details.choice').all()) await choice.evaluate((one) => one.setAttribute('open', ''));
    const after = await save(page, lang);
    expect(after.html).not.toMatch(/<details[^>]* open/);
    expect(after.html).toBe(before.html);
  });
});

describe('the ways to give it', () => {
  test('are the phone’s own where it has them', async () => {
    const [lesson] = (await moduleAt(stage.url, 0)).lessons;
    const page = await stage.visit();
    await page.addInitScript(() => {
      const shared: unknown[] = [];
      Object.assign(window, { shared });
      const share = async ({ files = [] }: ShareData) => void shared.push(...files.map(({ name, type, size }) => ({ name, type, large: size > 2_000 })));
      Object.defineProperties(navigator, { canShare: { value: ({ files }: ShareData) => files?.length === 1 }, share: { value: share } });
    });
    await page.goto(`/learn/${lesson?.id}`);
    await page.getByRole('button', { name: say('km', 'lesson.give') }).tap();
    await page.getByRole('button', { name: say('km', 'handOn.send') }).tap();
    expect(await page.evaluate(() => (window as unknown as { shared: unknown[] }).shared)).toEqual([{ name: 'lesson-1-1-km.html', type: 'text/html', large: true }]);
    await page.getByRole('link', { name: say('km', 'handOn.save') }).waitFor();
  });
});
