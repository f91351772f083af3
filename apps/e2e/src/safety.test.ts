import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD, DEMO_PIN, demoPeople } from '@seek-justice/seed/demo.ts';
import { startBrowser } from './support/chromium.ts';
import { lessonWith, moduleAt, openCourse, quizLeaf } from './support/course.ts';
import { answer, ownRecords, optionRow, question, wrongOf } from './support/learner.ts';
import { bound, keptOpen, settled } from './support/phone.ts';
import { DESK, PHONE, useStage } from './support/stage.ts';
import { LANGS, type Lang, say } from './support/words.ts';

const stage = useStage();
const NEUTRAL = /^(?:[\d.០-៩]+ · )?Lessons · មេរៀន$/;
const TELLING = /traffick|justice|victim|police|abus|report|ជួញដូរ|យុត្តិធម៌|ប៉ូលីស/i;

/** Addresses of all pages that a reader can come to. */
async function pagesOf(url: string): Promise<string[]> {
  const steps = (await openCourse(url)).modules.flatMap(({ lessons, quiz }) => [...lessons.map(({ id }) => id), quiz.id]);
  return ['/', '/sign-in', '/welcome', '/learn', '/help-now', '/h', '/reading', '/staff', '/nowhere', ...steps.map((id) => `/learn/${id}`)];
}

describe('every page', () => {
  test.each(LANGS)('asks nobody else for anything, and its title and address say nothing of what is read, in %s', async (lang) => {
    const page = await stage.visit({ lang, as: 'DEMO-0006' });
    const elsewhere: string[] = [];
    await page.route(
      (url) => url.origin !== stage.url && url.protocol !== 'data:',
      (route) => {
        elsewhere.push(route.request().url());
        return route.abort();
      },
    );
    for (const path of await pagesOf(stage.url)) {
      const answer = await page.goto(path);
      await page.locator('h1').first().waitFor();
      expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
      const named = await page
        .locator('[src], link[href], form[action]')
        .evaluateAll((all) => all.flatMap((one) => ['src', 'href', 'action'].map((name) => one.getAttribute(name)).filter((value) => value !== null)));
      const foreign = named.filter((address) => new URL(address, stage.url).origin !== stage.url && !address.startsWith('data:'));
      expect(foreign).toEqual([]);
      const title = await page.title();
      if (path === '/reading') expect(title).toBe(say(lang, 'reading.title'));
      else expect(title).toMatch(NEUTRAL);
      expect(`${page.url()} ${title}`).not.toMatch(TELLING);
      expect(new URL(page.url()).pathname).toMatch(/^\/(?:[a-z-]*|learn\/[a-z0-9]{6})$/);
    }
    await page.waitForLoadState('networkidle');
    expect(elsewhere).toEqual([]);
  });
});

/** A quiz with its first question answered. */
async function halfDone(as: string, lang: Lang): Promise<{ page: Page; path: string; check: () => Promise<void> }> {
  const module = await moduleAt(stage.url, 0);
  const quiz = await quizLeaf(stage.url, module, lang);
  const first = quiz.items[0] as (typeof quiz.items)[number];
  const page = await stage.visit({ as, lang });
  await page.goto(`/learn/${module.quiz.id}`);
  await question(page, lang, 1, quiz.items.length);
  await answer(page, lang, first, wrongOf(first));
  return {
    page,
    path: `/learn/${module.quiz.id}`,
    check: async () => {
      await page.getByText(say(lang, 'quiz.again')).waitFor();
      await optionRow(page, first, wrongOf(first)[0] ?? '').locator('.verdict').waitFor();
    },
  };
}

describe('the quick exit', () => {
  test('takes the place of the lesson in the history', async () => {
    const { lessons } = await moduleAt(stage.url, 0);
    const page = await stage.visit();
    await page.goto('/learn');
    await page.goto(`/learn/${lessons[0]?.id}`);
    await page.getByRole('link', { name: say('km', 'foot.exit') }).tap();
    await page.waitForURL('**/reading');
    await page.getByRole('heading', { name: say('km', 'reading.title') }).waitFor();
    // But the one in its head that makes it light or dark as the other pages are.
    expect(await page.locator('script[src], body script').count()).toBe(0);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/learn');
    await page.goForward();
    expect(new URL(page.url()).pathname).toBe('/reading');
  });

  test('stands within the thumb’s reach on every learner’s page', async () => {
    const page = await stage.visit();
    for (const path of (await pagesOf(stage.url)).filter((path) => !/^\/(?:reading|staff)/.test(path))) {
      await page.goto(path);
      await page.getByRole('link', { name: say('km', 'foot.exit') }).waitFor();
      // In one step: a page that is still loading puts another foot in the place of the first.
      const { top, bottom } = await page.evaluate(() => document.querySelector('.foot .exit')?.getBoundingClientRect().toJSON() as DOMRect);
      expect({ path, low: top > 640 / 2 && bottom <= 640, large: bottom - top >= 44 }).toEqual({ path, low: true, large: true });
    }
  });

  test('works by Shift three times, and keeps a half-done quiz', async () => {
    const { page, path, check } = await halfDone('DEMO-0007', 'en');
    // A letter in between begins the count anew.
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift+a');
    await page.keyboard.press('Shift');
    expect(new URL(page.url()).pathname).toBe(path);
    const left = page.waitForURL('**/reading');
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await left;
    await page.goto(path);
    await check();
  });

  test('leaves at a tap in the middle of a quiz, and keeps it', async () => {
    const { page, path, check } = await halfDone('DEMO-0008', 'km');
    await page.getByRole('link', { name: say('km', 'foot.exit') }).tap();
    await page.waitForURL('**/reading');
    await page.goto(path);
    await check();
  });
});

describe('practice', () => {
  test.each(['report', 'scenario'] as const)('of a %s leaves nothing behind', async (type) => {
    const lesson = await lessonWith(stage.url, type);
    const page = await stage.visit({ as: 'DEMO-0009' });
    // A first visit to the map and a second page: what the phone writes down once, whoever reads, it has then written.
    await page.goto('/learn');
    await bound(page);
    await page.goto(`/learn/${lesson.id}`);
    await page.getByRole('link', { name: say('km', 'lesson.finish') }).waitFor();
    await settled(page);
    const before = await keptOpen(page);
    const sent: string[] = [];
    page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
    const choice = page.locator(`.practice details.choice`).first();
    const open = async () => {
      await choice.locator('summary').tap();
      await choice.locator('.outcome').waitFor();
    };
    const openOnes = () => page.locator('details.choice[open]').count();
    await open();
    expect(await page.locator('article :is(input, textarea, select, [contenteditable])').count()).toBe(0);
    expect(new URL(page.url()).hash).toBe('');

    await page.locator('a.to-map').tap();
    await page.locator('.path').waitFor();
    await page.goBack();
    await choice.waitFor();
    expect(await openOnes()).toBe(0);
    await open();
    await page.goto('/help-now');
    await page.goBack();
    await choice.waitFor();
    expect(await openOnes()).toBe(0);
    await open();
    await page.reload();
    await choice.waitFor();
    expect(await openOnes()).toBe(0);
    expect(await keptOpen(page)).toBe(before);
    expect(sent).toEqual([]);
    expect(await ownRecords(page)).toEqual([]);
  });
});

describe('after sign-out', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser({ keepsPages: true });
  });
  afterAll(() => browser.close());

  /** Somebody signed in, in a browser that keeps pages for Back. */
  async function signedIn(login: string, secret: string, old: boolean): Promise<Page> {
    const context = await browser.newContext({ ...PHONE, locale: 'en-GB', baseURL: stage.url });
    // A browser of before 2022 has no such channel; with it, a page in memory is told at once and let go.
    if (old) await context.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
    const answer = await context.request.post('/api/sign-in', { headers: { origin: stage.url }, data: { login, secret } });
    expect(answer.ok()).toBe(true);
    return context.newPage();
  }

  test.each([
    ['a', true],
    ['a channel between tabs and a', false],
  ])('Back shows nothing of the person before, by %s page out of memory', async (_, old) => {
    const name = demoPeople().find(({ login }) => login === 'DEMO-0013')?.name ?? '';
    const page = await signedIn('DEMO-0013', DEMO_PIN, old);
    await page.goto('/learn');
    await page.getByText(name).waitFor();
    // No browser keeps a page that is left while it binds the phone, or before the new worker has taken it over: once, at a first visit.
    await bound(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.reload();
    await page.getByText(name).waitFor();
    await settled(page);
    await page.evaluate(() => Reflect.set(window, 'sameMemory', true));
    await page.goto('/help-now');
    // Kept pages are shown again from memory while the same person reads: else this test would prove nothing.
    await page.evaluate(() => history.back());
    await page.waitForURL('**/learn', { waitUntil: 'commit' });
    await page.getByText(name).waitFor();
    expect(await page.evaluate(() => Reflect.has(window, 'sameMemory'))).toBe(true);

    await page.goto('/learn?again=1');
    await page.getByRole('button', { name: say('en', 'learn.signOut') }).tap();
    await page.getByText(say('en', 'learn.signedOut')).waitFor();
    await page.evaluate(() => history.back());
    await page.waitForURL('**/learn', { waitUntil: 'commit' });
    await page.getByRole('link', { name: say('en', 'learn.signIn') }).waitFor();
    expect(await page.evaluate(() => Reflect.has(window, 'sameMemory'))).toBe(false);
    expect(await page.locator('body').innerText()).not.toContain(name);
    await page.context().close();
  });

  test('Back does not bring a coordinator’s list of names', async () => {
    const page = await signedIn('coordinator@example.org', DEMO_PASSWORD, true);
    await page.goto('/staff');
    await page.locator('.row-open').first().waitFor();
    const shown = await page.locator('.row-open').first().innerText();
    await page.goto('/learn');
    await page.getByRole('button', { name: say('en', 'learn.signOut') }).tap();
    await page.getByText(say('en', 'learn.signedOut')).waitFor();
    await page.evaluate(() => history.back());
    await page.waitForURL('**/sign-in', { waitUntil: 'commit' });
    await page.getByRole('heading', { name: say('en', 'signIn.title') }).waitFor();
    expect(await page.content()).not.toContain(shown);
    await page.context().close();
  });

  test('another open tab goes to the front at once', async () => {
    const page = await signedIn('DEMO-0013', DEMO_PIN, false);
    const name = demoPeople().find(({ login }) => login === 'DEMO-0013')?.name ?? '';
    const other = await page.context().newPage();
    for (const tab of [other, page]) {
      await tab.goto('/learn');
      await tab.getByText(name).waitFor();
    }
    await page.getByRole('button', { name: say('en', 'learn.signOut') }).tap();
    await other.waitForURL((url) => url.pathname === '/');
    await other.getByRole('link', { name: say('en', 'front.signIn') }).waitFor();
    expect(await other.locator('body').innerText()).not.toContain(name);
    await page.context().close();
  });
});

describe('police', () => {
  test.each(['police@example.org', 'DEMO-0181'])('%s gets no names on the staff side', async (login) => {
    const own = demoPeople().find((person) => person.login === login)?.name;
    const names = new Set(demoPeople().map(({ name }) => name));
    names.delete(own ?? '');
    const page = await stage.visit({ ...DESK, as: login });
    const bodies: Promise<string>[] = [];
    page.on('response', (response) => void bodies.push(response.text().catch(() => '')));
    for (const path of ['/staff', '/staff/add', '/staff/people']) {
      await page.goto(path);
      await page.getByRole('heading', { name: say('km', 'staff.notAllowedTitle') }).waitFor();
      await page.waitForLoadState('networkidle');
      bodies.push(page.locator('body').innerText());
    }
    const all = (await Promise.all(bodies)).join('\n');
    expect([...names].filter((name) => all.includes(name))).toEqual([]);
    const search = await page.context().request.post('/api/people/search', { headers: { origin: stage.url }, data: {} });
    expect(search.status()).toBe(403);
  });
});
