import type { Page, Route } from 'playwright-core';
import { DEMO_PIN } from '@seek-justice/seed/demo.ts';
import { lessonWith, moduleAt, quizLeaf } from './course.ts';
import { answer, answerRightly, finishLesson, question, rightOf, signInByThumb, wrongOf } from './learner.ts';
import { type Lang, say } from './words.ts';

/** How a screen is brought into a state. */
export interface Scene {
  /** Who is signed in; nobody unless said. */
  as?: string;
  /** On the installation where nobody has been added yet. */
  nobody?: boolean;
  make: (page: Page, lang: Lang, url: string) => Promise<void>;
}

export type State = 'empty' | 'full' | 'error';

/** A router path and its three states; further ones where a screen has more to show. */
export type Screens = Record<string, Record<State, Scene> & Record<string, Scene>>;

/** An answer with which nobody can do anything. */
export function failing(route: Route): Promise<void> {
  return route.fulfill({ status: 503, contentType: 'application/problem+json', json: { type: 'about:blank', title: '…', status: 503, code: 'database_down' } });
}

/** Opens an address and waits until its script has asked who reads; the reading plan has none. */
export async function open(page: Page, path: string, heading = 'h1'): Promise<void> {
  const asked = path === '/reading' ? null : page.waitForResponse((response) => response.url().endsWith('/api/me'));
  await page.goto(path);
  await asked;
  await page.locator(heading).first().waitFor();
}

/** Opens an address while the server answers nothing but pages. */
async function openBroken(page: Page, path: string): Promise<void> {
  await page.route('**/api/**', failing);
  await open(page, path);
}

const page = (path: string, as?: string): Scene => ({ ...(as ? { as } : {}), make: (screen) => open(screen, path) });
const broken = (path: string, as?: string): Scene => ({ ...(as ? { as } : {}), make: (screen) => openBroken(screen, path) });

const NEW = 'DEMO-0012';
const BUSY = 'DEMO-0036';

/** A phone whose reader has left in a hurry: their digits are asked for. */
async function awaited(screen: Page, lang: Lang): Promise<void> {
  await screen.goto('/sign-in');
  await signInByThumb(screen, lang, 'DEMO-0014', DEMO_PIN);
  await screen.locator('.account .reader').waitFor();
  await screen.getByRole('link', { name: say(lang, 'foot.exit') }).click();
  await screen.waitForURL('**/reading');
}

/** A phone whose reader has finished a lesson that could not be sent. */
async function finishOffline(screen: Page, lang: Lang, url: string, login: string): Promise<void> {
  await screen.goto('/sign-in');
  await signInByThumb(screen, lang, login, DEMO_PIN);
  await screen.locator('.account .reader').waitFor();
  await screen.route('**/api/records', failing);
  await open(screen, `/learn/${(await moduleAt(url, 0)).lessons[0]?.id}`, 'article');
  await finishLesson(screen, lang);
  await screen.locator('a.to-map').click();
  await screen.locator('.waiting p').first().waitFor();
}

const lessonScenes: Screens[string] = {
  empty: { make: async (screen, _, url) => open(screen, `/learn/${(await lessonWith(url, 'contacts')).id}`, 'article') },
  full: {
    as: BUSY,
    make: async (screen, lang, url) => {
      await open(screen, `/learn/${(await moduleAt(url, 0)).lessons[2]?.id}`, 'article');
      await screen.getByText(say(lang, 'lesson.finished')).waitFor();
      for (const choice of await screen.locator('article .practice > .scene > details.choice').all()) await choice.evaluate((one) => one.setAttribute('open', ''));
    },
  },
  error: {
    make: async (screen, lang) => {
      await screen.route('**/api/snapshots/**', failing);
      await open(screen, '/learn');
      await screen.getByRole('link', { name: say(lang, 'learn.open') }).click();
      await screen.getByRole('heading', { name: say(lang, 'state.failed') }).waitFor();
    },
  },
};

async function firstQuestion(screen: Page, lang: Lang, url: string) {
  const module = await moduleAt(url, 0);
  const quiz = await quizLeaf(url, module, lang);
  await screen.goto(`/learn/${module.quiz.id}`);
  await question(screen, lang, 1, quiz.items.length);
  return { quiz, first: quiz.items[0] as (typeof quiz.items)[number] };
}

const quizScenes: Record<string, Scene> = {
  'empty, questions': { make: async (screen, lang, url) => void (await firstQuestion(screen, lang, url)) },
  'full, feedback': {
    make: async (screen, lang, url) => {
      const { first } = await firstQuestion(screen, lang, url);
      await answer(screen, lang, first, wrongOf(first));
      await answer(screen, lang, first, rightOf(first));
    },
  },
  'full, result': {
    make: async (screen, lang, url) => {
      const { quiz } = await firstQuestion(screen, lang, url);
      await answerRightly(screen, lang, quiz);
    },
  },
  'error, questions': {
    make: async (screen, lang, url) => {
      await screen.route('**/api/snapshots/**', failing);
      await screen.goto(`/learn/${(await moduleAt(url, 0)).quiz.id}`);
      await screen.getByRole('heading', { name: say(lang, 'state.failed') }).waitFor();
    },
  },
};

/** The learner's side, and what everybody may open. Kept by hand: a router path without a line fails the build. */
export const LEARNER_SCREENS: Screens = {
  '/': {
    empty: page('/'),
    // Who is signed in goes on to what is next.
    full: {
      as: NEW,
      make: async (screen) => {
        await open(screen, '/');
        await screen.waitForURL('**/learn');
        await screen.locator('.go-on').waitFor();
      },
    },
    error: broken('/'),
  },
  '/sign-in': {
    empty: page('/sign-in'),
    full: {
      make: async (screen, lang) => {
        await open(screen, '/sign-in#code=12345678901237');
        await screen.getByText(say(lang, 'signIn.filled')).waitFor();
      },
    },
    error: {
      make: async (screen, lang) => {
        await openBroken(screen, '/sign-in');
        await signInByThumb(screen, lang, 'DEMO-0013', DEMO_PIN);
        await screen.locator('.trouble').waitFor();
      },
    },
    'full, six digits': {
      make: async (screen, lang) => {
        await screen.route('**/api/sign-in', (route) => route.fulfill({ json: { next: 'set-pin', ticket: 'none' } }));
        await open(screen, '/sign-in');
        await signInByThumb(screen, lang, 'DEMO-0013', DEMO_PIN);
        await screen.getByRole('heading', { name: say(lang, 'pin.againTitle') }).waitFor();
      },
    },
    'full, reader': {
      make: async (screen, lang) => {
        await awaited(screen, lang);
        await screen.goto('/sign-in');
        for (const wrong of ['000001', '000002', '000003']) {
          await screen.locator('#digits').fill(wrong);
          await screen.getByRole('button', { name: say(lang, 'digits.open') }).click();
          await screen.waitForFunction(() => document.querySelector<HTMLInputElement>('#digits')?.value === '');
        }
        await screen.locator('.trouble').waitFor();
      },
    },
    'full, forgotten': {
      make: async (screen, lang) => {
        await awaited(screen, lang);
        await screen.goto('/sign-in');
        await screen.getByRole('button', { name: say(lang, 'digits.forgotten') }).click();
        await screen.getByRole('button', { name: say(lang, 'remove.ask', { n: 1 }) }).click();
        await screen.getByRole('button', { name: say(lang, 'remove.yes') }).waitFor();
      },
    },
    'full, readers': {
      make: async (screen, lang) => {
        await awaited(screen, lang);
        await screen.goto('/sign-in');
        await signInByThumb(screen, lang, 'DEMO-0015', DEMO_PIN);
        await screen.locator('.account .reader').waitFor();
        await open(screen, '/sign-in', '.readers');
      },
    },
  },
  '/welcome': {
    empty: page('/welcome'),
    full: {
      make: async (screen, lang) => {
        await open(screen, '/welcome#first=1&token=none');
        await screen.getByLabel(say(lang, 'welcome.name')).waitFor();
      },
    },
    error: {
      make: async (screen, lang) => {
        await open(screen, '/welcome#token=none');
        await screen.getByLabel(say(lang, 'welcome.password')).fill('a-long-enough-password');
        await screen.getByRole('button', { name: say(lang, 'welcome.go') }).click();
        await screen.locator('.trouble').waitFor();
      },
    },
  },
  '/learn': {
    empty: page('/learn', NEW),
    full: {
      as: BUSY,
      make: async (screen, lang) => {
        await open(screen, '/learn');
        await screen.getByText(say(lang, 'learn.done'), { exact: true }).first().waitFor();
        for (const module of await screen.locator('.path details').all()) await module.evaluate((one) => one.setAttribute('open', ''));
      },
    },
    error: {
      make: async (screen, lang) => {
        await openBroken(screen, '/');
        await screen.getByRole('link', { name: say(lang, 'front.read') }).click();
        await screen.getByRole('heading', { name: say(lang, 'state.failed') }).waitFor();
      },
    },
    'empty, no course': {
      make: async (screen, lang) => {
        await screen.route('**/api/curriculum', (route) => route.fulfill({ json: { courses: [] } }));
        await open(screen, '/');
        await screen.getByRole('link', { name: say(lang, 'front.read') }).click();
        await screen.getByRole('heading', { name: say(lang, 'learn.empty') }).waitFor();
      },
    },
    'empty, locked': {
      make: async (screen, lang) => {
        await awaited(screen, lang);
        await screen.goto('/learn');
        await screen.getByRole('link', { name: say(lang, 'readers.enter') }).waitFor();
      },
    },
    'full, emptied': {
      make: async (screen, lang, url) => {
        await screen.context().addCookies([{ name: 'sj_waiting', value: '3', url }]);
        await open(screen, '/learn');
        await screen.getByText(say(lang, 'news.lostText_other', { n: 3 })).waitFor();
      },
    },
    'error, account': {
      as: BUSY,
      make: async (screen, lang) => {
        await screen.route('**/progress', failing);
        await open(screen, '/learn');
        await screen.getByText(say(lang, 'learn.stale')).waitFor();
      },
    },
  },
  '/learn/:id': { ...lessonScenes, ...quizScenes },
  '/help-now': {
    empty: {
      make: async (screen, lang) => {
        await screen.route('**/api/contacts', (route) => route.fulfill({ json: { contacts: [] } }));
        await open(screen, '/learn');
        await screen.getByRole('link', { name: say(lang, 'foot.help') }).click();
        await screen.getByText(say(lang, 'contact.none')).waitFor();
      },
    },
    full: page('/help-now'),
    error: broken('/help-now'),
  },
  '/h': { empty: page('/h'), full: page('/h', NEW), error: broken('/h') },
  '/phone': {
    empty: { make: (screen) => open(screen, '/phone', '.texts') },
    full: {
      as: BUSY,
      make: async (screen, lang) => {
        await open(screen, '/phone', '.texts');
        const own = screen.locator('.texts li').first();
        await own.getByRole('button').tap();
        await own.getByText(say(lang, 'phone.here')).waitFor();
        await own.getByRole('button').tap();
        await own.getByText(say(lang, 'phone.removeYes')).waitFor();
      },
    },
    error: {
      make: async (screen, lang) => {
        await openBroken(screen, '/phone');
        await screen.locator('.texts button').first().tap();
        await screen.getByText(say(lang, 'phone.failed')).first().waitFor();
      },
    },
  },
  // The page that the phone keeps; at its own address there is nothing.
  '/shell': { empty: page('/shell'), full: page('/shell', NEW), error: broken('/shell') },
  '/carry': {
    empty: page('/carry'),
    full: {
      make: async (screen, lang, url) => {
        await finishOffline(screen, lang, url, 'DEMO-0014');
        await screen.goto('/carry');
        await screen.getByRole('button', { name: say(lang, 'carry.code') }).click();
        await screen.locator('.carry-code svg').waitFor();
      },
    },
    error: {
      make: async (screen, lang) => {
        await open(screen, '/carry#cut-off');
        await screen.getByText(say(lang, lang === 'km' ? 'take.unreadable_other' : 'take.unreadable_one', { n: 1 })).waitFor();
      },
    },
  },
  '/search': {
    empty: page('/search'),
    full: {
      make: async (screen, lang) => {
        await open(screen, '/search');
        await screen.getByRole('searchbox').fill(lang === 'km' ? 'ឡឥដ្ឋ' : 'brick');
        await screen.locator('.found mark').first().waitFor();
      },
    },
    error: {
      make: async (screen, lang) => {
        await openBroken(screen, '/search');
        await screen.getByRole('searchbox').fill('ឡឥដ្ឋ');
        await screen.getByText(say(lang, 'state.failed')).waitFor();
      },
    },
  },
  '/j': {
    empty: page('/j'),
    full: page('/j', NEW),
    error: {
      make: async (screen, lang) => {
        await open(screen, '/j');
        await screen.getByRole('button', { name: say(lang, 'pin.next') }).click();
        await screen.locator('.trouble').waitFor();
      },
    },
  },
  '/j/:id': {
    empty: page('/j/12345674'),
    full: {
      make: async (screen, lang) => {
        await open(screen, '/j/12345674');
        await screen.getByLabel(say(lang, 'join.name')).fill('A');
        await screen.getByRole('checkbox').check();
        await screen.getByRole('button', { name: say(lang, 'pin.next') }).click();
        await screen.getByRole('heading', { name: say(lang, 'pin.chooseTitle') }).waitFor();
      },
    },
    error: {
      make: async (screen, lang) => {
        await open(screen, '/j/12345678');
        await screen.getByText(say(lang, 'join.checkCode')).waitFor();
      },
    },
  },
  '/j/*': { empty: page('/j/one/two'), full: page('/j/one/two', NEW), error: broken('/j/one/two') },
  '/reading': { empty: page('/reading'), full: page('/reading', NEW), error: broken('/reading') },
  '*': { empty: page('/nowhere'), full: page('/learn/zzzzzz', NEW), error: broken('/nowhere') },
};
