import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { DEMO_PIN, demoPeople } from '@seek-justice/seed/demo.ts';
import { moduleAt, openCourse, quizLeaf } from './support/course.ts';
import { answer, answerRightly, finishLesson, goOn, ownRecords, question, rightOf, signInByThumb, switchTo } from './support/learner.ts';
import { type Instead, type Line, startLine } from './support/line.ts';
import { cached } from './support/phone.ts';
import { allSent } from './support/readers.ts';
import { DESK, useStage } from './support/stage.ts';
import { type Lang, say } from './support/words.ts';

const stage = useStage();
const PATIENCE_MS = 30_000;
let line: Line;
/** What the line puts in the place of the worker's script. */
let instead: (path: string) => Promise<Instead | null> | Instead | null = () => null;

beforeEach(async () => {
  instead = () => null;
  line = await startLine(stage.url, (path) => instead(path));
});
afterEach(() => line.close());

/** Waits for something that a page can see for itself, and looks again with each picture that it draws. */
async function seen<T>(page: Page, isSo: (what: T) => Promise<boolean>, what: T): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!(await page.evaluate(isSo as (what: unknown) => Promise<boolean>, what))) {
    if (Date.now() > until) throw new Error('it has not come to that');
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** Until a newer worker waits. A browser that cannot start it at the first try is asked again, as it asks itself later. */
async function newerWaits(page: Page): Promise<void> {
  const waits = async (): Promise<boolean> => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration?.waiting && !registration?.installing) await registration?.update().catch(() => undefined);
    return Boolean(registration?.waiting);
  };
  await seen(page, waits, null);
}

/** Until the worker holds the app in a language and every text of the course is on the phone. */
async function onPhone(page: Page, lang: Lang): Promise<void> {
  const course = await openCourse(stage.url);
  const hashes = course.modules.flatMap(({ lessons, quiz }) => [...lessons, quiz].map(({ leaves }) => leaves[lang]?.hash ?? ''));
  await seen(page, async ([wanted, own]) => {
    const here = new Set<string>();
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) here.add(new URL(url).pathname + new URL(url).search);
    return here.has('/shell') && here.has(`/reading?lang=${own}`) && wanted.every((hash) => here.has(`/api/snapshots/${hash}`)) && navigator.serviceWorker.controller !== null;
  }, [hashes, lang] as const);
}

/** Until the screens that are seldom opened are there: from the second visit on. */
async function lateOnPhone(page: Page): Promise<void> {
  await seen(page, async () => {
    const code = await (await fetch('/worker.js')).text();
    const words = new Set([...code.matchAll(/\b[a-z]{2,3}:[`"'](\/assets\/[\w-]+\.js)/g)].map(([, path]) => path));
    const wanted = (code.match(/\/assets\/[\w-]+\.js/g) ?? []).filter((path) => !words.has(path));
    const held = await Promise.all(wanted.map((path) => caches.match(path, { ignoreVary: true })));
    return held.every((file) => file !== undefined);
  }, null);
}

/** A first visit by line: signs in and stays on the map until all has come. */
async function firstVisit(login: string, lang: Lang = 'km'): Promise<Page> {
  const page = await stage.visit({ lang, serviceWorkers: 'allow' }, line.url);
  await page.goto('/sign-in');
  await signInByThumb(page, lang, login, DEMO_PIN);
  await page.locator('.go-on').waitFor();
  await onPhone(page, lang);
  return page;
}

/** The map, a lesson to its end, the questions to their result, the numbers. */
async function takeModule(page: Page, lang: Lang): Promise<void> {
  const module = await moduleAt(stage.url, 0);
  await page.goto('/learn');
  await page.getByRole('heading', { level: 1, name: textIn((await openCourse(stage.url)).title, lang) }).waitFor();
  await page.goto(`/learn/${module.lessons[0]?.id}`);
  await page.getByRole('heading', { level: 1, name: textIn(module.lessons[0]?.title ?? {}, lang) }).waitFor();
  await page.locator('article p').first().waitFor();
  await page.goto(`/learn/${module.quiz.id}`);
  await answerRightly(page, lang, await quizLeaf(stage.url, module, lang));
  await page.goto('/help-now');
  expect(await page.locator('a[href="tel:1288"]').count()).toBeGreaterThan(0);
}

/** The phone's own screen. */
async function lookAtPhone(page: Page, lang: Lang): Promise<void> {
  await page.goto('/phone');
  await page.getByRole('heading', { level: 1, name: say(lang, 'phone.title') }).waitFor();
  await page.locator('.texts li', { hasText: lang === 'km' ? 'ភាសាខ្មែរ' : 'English' }).getByText(say(lang, 'phone.here')).waitFor();
}

/** Leaves quickly. */
async function leave(page: Page, lang: Lang): Promise<void> {
  await page.getByRole('link', { name: say(lang, 'foot.exit') }).tap();
  await page.getByRole('heading', { name: say(lang, 'reading.title') }).waitFor();
}

describe('after one visit with a network', () => {
  test('everything works without one, and what was done arrives afterwards', async () => {
    const { lessons } = await moduleAt(stage.url, 0);
    const page = await firstVisit('DEMO-0023');
    line.cut();
    await page.reload();
    await takeModule(page, 'km');
    line.mend();
    await page.goto('/learn');
    await lateOnPhone(page);
    await allSent(page);
    line.cut();
    await lookAtPhone(page, 'km');

    // The page is closed, the phone put away: a new one begins without a network too.
    const again = await page.context().newPage();
    await page.close();
    await again.goto('/');
    await again.waitForURL('**/learn');
    await again.goto(`/learn/${lessons[0]?.id}`);
    await finishLesson(again, 'km');
    await again.getByRole('heading', { level: 1, name: textIn(lessons[1]?.title ?? {}, 'km') }).waitFor();
    await again.locator('a.to-map').tap();
    await again.getByText(say('km', 'records.waiting_other', { n: 1 })).waitFor();

    line.mend();
    await again.evaluate(() => window.dispatchEvent(new Event('online')));
    await allSent(again);
    const done = (await ownRecords(again)).map(({ type }) => type).filter((type) => type !== 'profile.opened');
    expect(done.sort()).toEqual(['lesson.finished', 'quiz.submitted']);
  });

  test('a code on paper opens its block without one', async () => {
    const [lesson] = (await moduleAt(stage.url, 0)).lessons;
    const page = await firstVisit('DEMO-0031');
    await page.goto('/learn');
    await lateOnPhone(page);
    line.cut();
    const scanned = await page.context().newPage();
    await scanned.goto(`/learn/${lesson?.id}?lang=km#b3`);
    await scanned.waitForFunction(() => (document.activeElement as HTMLElement | null)?.dataset.block === 'b3');
    expect(await scanned.locator('[data-block="b3"]').evaluate((one) => one.getBoundingClientRect().top < innerHeight / 2)).toBe(true);
  });

  test('the other language comes by choice, and then works without a network too', async () => {
    const page = await firstVisit('DEMO-0024');
    await page.goto('/phone');
    const english = page.locator('.texts li', { hasText: 'English' });
    await english.getByRole('button').tap();
    await english.getByText(say('km', 'phone.here')).waitFor();
    await switchTo(page, 'en');
    await onPhone(page, 'en');
    line.cut();
    await page.reload();
    await takeModule(page, 'en');
    await leave(page, 'en');
    await page.goto('/learn');
    await switchTo(page, 'km');
    await takeModule(page, 'km');
    await leave(page, 'km');
  });

  test('a text goes only after a question, and is to be fetched again then', async () => {
    const page = await firstVisit('DEMO-0025');
    await page.goto('/phone');
    const khmer = page.locator('.texts li', { hasText: 'ភាសាខ្មែរ' });
    await khmer.getByRole('button', { name: say('km', 'phone.remove') }).tap();
    await khmer.getByRole('button', { name: say('km', 'phone.removeNo') }).tap();
    await khmer.getByText(say('km', 'phone.here')).waitFor();
    await khmer.getByRole('button', { name: say('km', 'phone.remove') }).tap();
    await khmer.getByRole('button', { name: say('km', 'phone.removeYes') }).tap();
    await khmer.getByText(say('km', 'phone.here')).waitFor({ state: 'detached' });
    const gone = new Set((await openCourse(stage.url)).modules.flatMap(({ lessons, quiz }) => [...lessons, quiz].map(({ leaves }) => `/api/snapshots/${leaves.km?.hash}`)));
    await seen(page, async (paths) => {
      const held = (await (await caches.open('files')).keys()).map(({ url }) => new URL(url).pathname);
      return !held.some((path) => paths.includes(path));
    }, [...gone]);
    await page.reload();
    await khmer.getByRole('button').waitFor();
    expect(await khmer.getByText(say('km', 'phone.here')).count()).toBe(0);
  });

  test('the staff side says that it needs a connection', async () => {
    const page = await firstVisit('DEMO-0026', 'en');
    line.cut();
    await page.goto('/staff');
    await page.getByText(say('en', 'state.offline')).waitFor();
  });
});

describe('what the phone keeps of pages', () => {
  test('holds no answer that names a person, and nothing of the staff side or the session', async () => {
    const own = demoPeople().find(({ login }) => login === 'DEMO-0027');
    const page = await firstVisit('DEMO-0027');
    const { id } = ((await (await page.context().request.get('/api/me')).json()) as { person: { id: string } }).person;
    await page.goto('/phone');
    await page.goto('/staff');
    await page.waitForLoadState('networkidle');
    await page.goto('/learn');
    await page.locator('.go-on').waitFor();
    const all = await cached(page);
    expect(all.length).toBeGreaterThan(5);
    const text = all.map(({ url, body }) => `${url} ${body}`).join('\n');
    expect(text).not.toContain(id);
    expect(text).not.toContain(own?.name);
    expect(all.map(({ url }) => url).filter((url) => !/^\/(?:shell|checked|reading(?:\?lang=[a-z]+)?|assets\/[\w.-]+|api\/snapshots\/[0-9a-f]{64})$/.test(url))).toEqual([]);
  });

  test("holds no name of the coordinator's list either", async () => {
    const page = await stage.visit({ ...DESK, lang: 'en', serviceWorkers: 'allow', as: 'coordinator@example.org' }, line.url);
    await page.goto('/learn');
    await onPhone(page, 'en');
    await page.goto('/staff');
    const shown = await page.locator('.row-open').first().innerText();
    const names = demoPeople().map(({ name }) => name);
    expect(names.some((name) => shown.includes(name))).toBe(true);
    const text = (await cached(page)).map(({ body }) => body).join('\n');
    expect(names.filter((name) => text.includes(name))).toEqual([]);
  });
});

describe('a new release', () => {
  test('does not interrupt a quiz, and takes over from the map', async () => {
    const module = await moduleAt(stage.url, 0);
    const quiz = await quizLeaf(stage.url, module, 'km');
    const first = quiz.items[0] as (typeof quiz.items)[number];
    const page = await firstVisit('DEMO-0028');
    await page.goto(`/learn/${module.quiz.id}`);
    await answer(page, 'km', first, rightOf(first));
    const script = await (await fetch(`${stage.url}/worker.js`)).text();
    instead = (path) => (path === '/worker.js' ? { type: 'text/javascript; charset=utf-8', body: `${script}\n// newer` } : null);
    await page.evaluate(() => void Object.assign(window, { stillHere: true }));
    await newerWaits(page);
    await goOn(page, 'km', false);
    await question(page, 'km', 2, quiz.items.length);
    expect(await page.evaluate(async () => [Boolean((await navigator.serviceWorker.getRegistration())?.waiting), 'stillHere' in window])).toEqual([true, true]);
    await page.locator('a.to-map').tap();
    await seen(page, async () => !(await navigator.serviceWorker.getRegistration())?.waiting, null);
    expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
    line.cut();
    await page.reload();
    await page.locator('.go-on').waitFor();
  });
});

describe('a new build, in which every file has another name', () => {
  test('works without a network in both languages that did, words included', async () => {
    const page = await firstVisit('DEMO-0030');
    await switchTo(page, 'en');
    await onPhone(page, 'en');
    const text = async (path: string): Promise<string> => (await fetch(stage.url + path)).text();
    const script = await text('/worker.js');
    const names = [...new Set([...script.matchAll(/\/assets\/([\w-]+)\.(?:js|css)/g)].map(([, name]) => name ?? ''))];
    const renamed = (source: string): string => names.reduce((all, name) => all.replaceAll(`${name}.`, `n${name}.`), source);
    const javascript = 'text/javascript; charset=utf-8';
    instead = async (path) => {
      if (path === '/worker.js') return { type: javascript, body: renamed(script).replace(/([`"'])[0-9a-f]{12}\1/, '$1newer1234567$1') };
      if (path === '/shell') return { type: 'text/html; charset=utf-8', body: renamed(await text(path)) };
      const name = names.find((one) => path.startsWith(`/assets/n${one}.`));
      if (!name) return null;
      return { type: path.endsWith('.css') ? 'text/css' : javascript, body: renamed(await text(path.replace(`n${name}.`, `${name}.`))), fixed: true };
    };
    await page.goto('/help-now');
    await newerWaits(page);
    line.cut();
    // The old page is closed and the new build takes over, with nobody to ask.
    const again = await page.context().newPage();
    await page.close();
    await again.goto('/learn');
    await seen(again, async () => !(await navigator.serviceWorker.getRegistration())?.waiting, null);
    await again.reload();
    await again.locator('.go-on').waitFor();
    expect(await again.locator('script[type=module]').getAttribute('src')).toMatch(/^\/assets\/n/);
    await switchTo(again, 'km');
    await again.getByText(say('km', 'learn.path')).waitFor();
  });
});

describe('what is new on the server', () => {
  test('numbers to call change at once in the page that is open, and a text that is being read stays', async () => {
    const { lessons } = await moduleAt(stage.url, 0);
    const title = textIn(lessons[0]?.title ?? {}, 'km');
    const page = await firstVisit('DEMO-0029');
    const html = await (await fetch(`${stage.url}/shell`)).text();
    const newer = html.replaceAll('"1288"', '"1999"').replaceAll(JSON.stringify(title), '"another title"');
    expect(newer).not.toBe(html);
    instead = (path) => (path === '/shell' ? { type: 'text/html; charset=utf-8', body: newer } : null);
    await page.goto(`/learn/${lessons[0]?.id}`);
    await seen(page, async () => {
      for (const name of await caches.keys()) if (await (await caches.open(name)).match('/checked')) return true;
      return false;
    }, null);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    instead = () => null;
    line.cut();
    await page.getByRole('link', { name: say('km', 'foot.help') }).tap();
    await page.locator('a[href="tel:1999"]').first().waitFor();
    expect(await page.locator('a[href="tel:1288"]').count()).toBe(0);
    await page.locator('a.to-map').tap();
    await page.getByText('another title').first().waitFor();
  });
});

describe('inside another app', () => {
  test('nothing is kept, and the way to a browser is shown and can be closed', async () => {
    const userAgent = 'Mozilla/5.0 (Linux; Android 11; SM-A105F Build/RP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/440.0;]';
    const page = await stage.visit({ userAgent, serviceWorkers: 'allow' }, line.url);
    for (const path of ['/', '/sign-in', '/learn']) {
      await page.goto(path);
      const link = page.getByRole('link', { name: say('km', 'outside.chrome') });
      expect(await link.getAttribute('href')).toBe(`intent://${new URL(line.url).host}${path}#Intent;scheme=http;package=com.android.chrome;end`);
    }
    await page.getByRole('button', { name: say('km', 'outside.stay') }).tap();
    await page.locator('.outside').waitFor({ state: 'detached' });
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length])).toEqual([0, 0]);
  });
});
