import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startBrowser, startWithMemory } from './support/chromium.ts';
import { lessonWith, moduleAt, quizLeaf } from './support/course.ts';
import { axeFaults, faultsOf } from './support/inspect.ts';
import { enter } from './support/keyboard.ts';
import { answer, finishLesson, optionRow, question, wrongOf } from './support/learner.ts';
import { draftKept, keptOpen, keptPlaces } from './support/phone.ts';
import { DESK, PHONE, useStage } from './support/stage.ts';
import { LANGS, type Lang, say } from './support/words.ts';

const stage = useStage();

/** What the eye sees of the choice. */
const LOOKS = () => ({
  size: getComputedStyle(document.documentElement).fontSize,
  paper: getComputedStyle(document.body).backgroundColor,
  ink: getComputedStyle(document.body).color,
  bar: Array.from(document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]'), ({ content }) => content),
});
const ORDINARY = { size: '16px', paper: 'rgb(251, 248, 243)', ink: 'rgb(31, 42, 48)', bar: ['#fff', '#1B2529'] };
const CHOSEN = { size: '24px', paper: 'rgb(0, 0, 0)', ink: 'rgb(255, 255, 255)', bar: ['#1B2529', '#1B2529'] };
const STORED = '{"size":"4","contrast":"strong","theme":"dark"}';

async function firstLesson(): Promise<string> {
  return `/learn/${(await moduleAt(stage.url, 0)).lessons[0]?.id}`;
}

async function openChoices(page: Page, lang: Lang): Promise<void> {
  await page.getByRole('button', { name: say(lang, 'app.view') }).tap();
  await page.getByRole('group', { name: say(lang, 'view.size') }).waitFor();
}

async function choose(page: Page, lang: Lang): Promise<void> {
  await openChoices(page, lang);
  for (const name of ['view.size4', 'view.strong', 'view.dark']) await page.getByRole('radio', { name: say(lang, name), exact: true }).check();
}

describe('how pages look', () => {
  test.each(LANGS)('is chosen in the bar, and every page is so from its first paint on, in %s', async (lang) => {
    const page = await stage.visit({ lang });
    await page.goto(await firstLesson());
    expect(await page.evaluate(LOOKS)).toEqual(ORDINARY);
    await choose(page, lang);
    expect(await page.evaluate(LOOKS)).toEqual(CHOSEN);
    expect(await page.evaluate(() => localStorage.getItem('view'))).toBe(STORED);
    const other = await page.context().newPage();
    // Without the app's own scripts: what is right now was right before anything was painted.
    await other.route('**/assets/*.js', (route) => route.abort());
    for (const path of ['/', '/learn', await firstLesson(), '/help-now', '/sign-in', '/staff', '/reading', '/nowhere']) {
      await other.goto(path, { waitUntil: 'domcontentloaded' });
      expect({ path, ...(await other.evaluate(LOOKS)) }).toEqual({ path, ...CHOSEN });
    }
    await page.reload();
    expect(await page.evaluate(LOOKS)).toEqual(CHOSEN);
    // Back to how it was: the other open page follows, and nothing stays on the phone.
    await openChoices(page, lang);
    const group = (name: string) => page.getByRole('group', { name: say(lang, name) });
    await group('view.size').getByRole('radio').first().check();
    await group('view.contrast').getByRole('radio').first().check();
    await group('view.theme').getByRole('radio').first().check();
    expect(await page.evaluate(LOOKS)).toEqual(ORDINARY);
    await other.waitForFunction(() => !document.documentElement.dataset.theme);
    expect(await other.evaluate(LOOKS)).toEqual(ORDINARY);
    // But when the app was last looked at, which is no choice.
    expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name !== 'seen'))).toEqual([]);
  });

  test('is as the phone until somebody says otherwise', async () => {
    const page = await stage.visit({ colorScheme: 'dark' });
    await page.goto(await firstLesson());
    expect((await page.evaluate(LOOKS)).paper).toBe('rgb(18, 25, 28)');
    await openChoices(page, 'km');
    await page.getByRole('radio', { name: say('km', 'view.light'), exact: true }).check();
    expect(await page.evaluate(LOOKS)).toEqual({ ...ORDINARY, bar: ['#fff', '#fff'] });
    await page.getByRole('radio', { name: say('km', 'view.strong'), exact: true }).check();
    expect((await page.evaluate(LOOKS)).paper).toBe('rgb(255, 255, 255)');
  });

  test('can be chosen without a pointer, and where the browser stores nothing', async () => {
    const page = await stage.visit({ lang: 'en' });
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    await page.goto(await firstLesson());
    await page.waitForLoadState('networkidle');
    const control = page.getByRole('button', { name: say('en', 'app.view') });
    await enter(page, control);
    await page.getByRole('group', { name: say('en', 'view.size') }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Tab');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    expect((await page.evaluate(LOOKS)).size).toBe('24px');
    await page.keyboard.press('Escape');
    expect(await page.locator('.view-panel').count()).toBe(0);
    expect(await control.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test.each(LANGS)('at its largest fits the smallest phone, in %s', async (lang) => {
    const quiz = (await moduleAt(stage.url, 0)).quiz.id;
    const { id } = await lessonWith(stage.url, 'report');
    const page = await stage.visit({ lang });
    await page.addInitScript((stored) => localStorage.setItem('view', stored), STORED);
    for (const path of ['/', '/sign-in', '/learn', '/help-now', `/learn/${id}`, `/learn/${quiz}`]) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      if (path.endsWith(id)) for (const choice of await page.locator('details.choice').all()) await choice.evaluate((one) => one.setAttribute('open', ''));
      expect({ path, faults: await faultsOf(page, lang, PHONE.viewport.width) }).toEqual({ path, faults: [] });
    }
    await openChoices(page, lang);
    expect(await faultsOf(page, lang, PHONE.viewport.width)).toEqual([]);
  });

  test('is obeyed on the staff side', async () => {
    const page = await stage.visit({ ...DESK, hasTouch: false, isMobile: false, lang: 'en', as: 'coordinator@example.org' });
    await page.addInitScript(() => localStorage.setItem('view', '{"theme":"dark","contrast":"strong"}'));
    await page.goto('/staff');
    await page.locator('.row-open').first().waitFor();
    expect(await page.evaluate(LOOKS)).toEqual({ ...CHOSEN, size: '16px' });
    expect(await axeFaults(page)).toEqual([]);
  });
});

interface Spot {
  block: string;
  top: number;
}

/** The places that the phone keeps, once there are so many. */
async function places(page: Page, many: number): Promise<Spot[]> {
  let found = Object.values(await keptPlaces(page));
  while (found.length < many) found = Object.values(await keptPlaces(page));
  return found;
}

/** Opens a lesson, reads on to its middle, and waits until the phone knows. */
async function readOn(page: Page, path: string, many = 1): Promise<Spot> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await page.locator('article > [data-block]').nth(3).evaluate((one) => window.scrollTo(0, window.scrollY + one.getBoundingClientRect().top - 30));
  const block = await page.locator('article > [data-block]').nth(3).getAttribute('data-block');
  const found = (await places(page, many)).find((one) => one.block === block);
  if (!block || !found) throw new Error('another block is kept');
  return { block, top: 30 };
}

/** Where a block stands on screen. */
function topOf(page: Page, block: string): Promise<number> {
  return page.locator(`article [data-block="${block}"]`).evaluate((one) => one.getBoundingClientRect().top);
}

async function isBack(page: Page, { block, top }: Spot, lang: Lang): Promise<void> {
  await page.locator('.here', { hasText: say(lang, 'lesson.here') }).waitFor();
  expect(Math.abs((await topOf(page, block)) - top)).toBeLessThan(3);
}

/** Answers the first question of a quiz. @returns what looks whether the answer is there on another page. */
async function halfDone(page: Page, lang: Lang): Promise<(again: Page) => Promise<void>> {
  const module = await moduleAt(stage.url, 0);
  const quiz = await quizLeaf(stage.url, module, lang);
  const [first] = quiz.items;
  if (!first) throw new Error('the quiz has no questions');
  const path = `/learn/${module.quiz.id}`;
  await page.goto(path);
  await question(page, lang, 1, quiz.items.length);
  await page.waitForLoadState('networkidle');
  await answer(page, lang, first, wrongOf(first));
  // What is closed with a key takes a moment that a kill does not wait for.
  await draftKept(page, module.quiz.id, wrongOf(first)[0] ?? '');
  return async (again) => {
    await again.goto(path);
    await again.getByText(say(lang, 'quiz.again')).waitFor();
    await optionRow(again, first, wrongOf(first)[0] ?? '').locator('.verdict').waitFor();
  };
}

/** Kills what shows the page, as a phone does that needs the memory. */
async function killRenderer(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const inside = await page.context().newCDPSession(page);
  inside.send('Page.crash').catch(() => undefined);
  await crashed;
}

describe('the place in a lesson', () => {
  test.each(LANGS)('is there after a reload and after the page was killed, in %s', async (lang) => {
    const page = await stage.visit({ lang });
    const path = await firstLesson();
    const spot = await readOn(page, path);
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(Math.abs((await topOf(page, spot.block)) - spot.top)).toBeLessThan(3);
    await killRenderer(page);
    const again = await page.context().newPage();
    await again.goto(path);
    await isBack(again, spot, lang);
    expect(await axeFaults(again)).toEqual([]);
  });

  test('belongs to one reader', async () => {
    const path = await firstLesson();
    const page = await stage.visit();
    const spot = await readOn(page, path);
    await stage.signIn(page.context(), 'DEMO-0018');
    const other = await page.context().newPage();
    await other.goto(path);
    await other.waitForLoadState('networkidle');
    expect(await other.evaluate(() => window.scrollY)).toBe(0);
    await page.context().clearCookies({ name: /^sj_(?!lang)|session/ });
    await other.goto(path);
    await isBack(other, spot, 'km');
  });

  test('is not what a link to another place wants, and is forgotten at the end', async () => {
    const path = await firstLesson();
    const page = await stage.visit();
    const spot = await readOn(page, path);
    const other = await page.context().newPage();
    await other.goto(`${path}#main`);
    await other.waitForLoadState('networkidle');
    expect(await other.locator('.here').count()).toBe(0);
    await other.goto('/learn');
    await other.goto(path);
    await isBack(other, spot, 'km');
    await finishLesson(other, 'km');
    await other.waitForURL((url) => url.pathname !== path);
    await other.locator('article').waitFor();
    expect(await keptPlaces(other)).toEqual({});
    await other.goto(path);
    await other.waitForLoadState('networkidle');
    expect(await other.evaluate(() => window.scrollY)).toBe(0);
  });
});

describe('a half-done quiz', () => {
  test.each(LANGS)('is there after the page was killed, in %s', async (lang) => {
    const page = await stage.visit({ lang, as: 'DEMO-0019' });
    const isThere = await halfDone(page, lang);
    await killRenderer(page);
    await isThere(await page.context().newPage());
  });
});

describe('a phone whose battery dies', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'phone-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const start = (): Promise<BrowserContext> => startWithMemory(folder, { ...PHONE, locale: 'en-GB', baseURL: stage.url });

  test('has the place and the answers when it starts again', async () => {
    const path = await firstLesson();
    const before = await start();
    const page = await before.newPage();
    const spot = await readOn(page, path);
    const isThere = await halfDone(page, 'en');
    const gone = new Promise((resolve) => before.once('close', resolve));
    const inside = await before.newCDPSession(page);
    // The whole browser at once, with nothing told to close.
    inside.send('Browser.crash').catch(() => undefined);
    await gone;

    const after = await start();
    const again = await after.newPage();
    await again.goto(path);
    await isBack(again, spot, 'en');
    await isThere(again);
    await after.close();
  });
});

describe('practice', () => {
  let keeping: Browser;
  beforeAll(async () => {
    keeping = await startBrowser({ keepsPages: true });
  });
  afterAll(() => keeping.close());

  /** Everything that could tell what was chosen, on the page and below it. */
  async function traces(page: Page): Promise<unknown> {
    return {
      kept: await keptOpen(page),
      page: await page.evaluate(() => ({
        open: document.querySelectorAll('details.choice[open]').length,
        inside: document.activeElement?.closest('.choice') !== null,
        marked: String(window.getSelection()),
        state: Object.keys((history.state ?? {}) as object).sort(),
        address: location.search + location.hash,
        restores: history.scrollRestoration,
      })),
    };
  }

  test.each(['report', 'scenario'] as const)('of a %s leaves no trace, whatever was chosen and however it was left', async (type) => {
    const path = `/learn/${(await lessonWith(stage.url, type)).id}`;
    const context = await keeping.newContext({ ...PHONE, locale: 'km-KH', baseURL: stage.url });
    const page = await context.newPage();
    const practice = page.locator('.practice').filter({ has: page.locator('details.choice') }).first();
    const shown = async (): Promise<void> => {
      await practice.waitFor();
      await page.getByRole('button', { name: say('km', 'lesson.give') }).waitFor();
    };
    await page.goto(path);
    // Which texts the worker keeps is the same for everybody, and it has begun with that.
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.reload();
    await page.waitForFunction(() => caches.has('files'));
    await page.waitForLoadState('networkidle');
    const before = await traces(page);
    const spots: unknown[] = [];
    for (const at of [0, 1]) {
      const choice = practice.locator('details.choice').nth(at);
      const practise = async (): Promise<void> => {
        await choice.locator('> summary').tap();
        await choice.locator('> .outcome').waitFor();
        await choice.locator('> .outcome').selectText();
        // So far down that what is open has moved everything below it.
        await practice.evaluate((one) => window.scrollTo(0, window.scrollY + one.getBoundingClientRect().bottom - 200));
      };
      await practise();
      await page.evaluate(() => history.pushState(history.state, '', location.href));
      await page.goto('/help-now');
      await page.evaluate(() => history.back());
      await page.waitForURL(`**${path}`, { waitUntil: 'commit' });
      await shown();
      expect(await traces(page)).toEqual(before);
      await practise();
      await page.reload({ waitUntil: 'commit' });
      await shown();
      expect(await traces(page)).toEqual(before);
      await practise();
      await page.locator('a.to-map').tap();
      await page.locator('.path').waitFor();
      await page.evaluate(() => history.back());
      await shown();
      expect(await traces(page)).toEqual(before);
      spots.push(await keptPlaces(page));
    }
    // The same place is kept, whichever choice was open.
    expect(spots[0]).toEqual(spots[1]);
    expect(Object.values(spots[0] as Record<string, Spot>)).toEqual([{ block: await practice.getAttribute('data-block'), top: 72 }]);
    await context.close();
  });
});
