import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO_PIN } from '@seek-justice/seed/demo.ts';
import { finishLesson, submitQuiz } from '../phone/by-thumb.ts';
import { hydrated } from '../phone/hydrated.ts';
import { onPhone } from '../phone/on-phone.ts';
import type { OpenCourse } from '../servers/curriculum.ts';
import type { StoredBody } from '../stored/bodies.ts';
import type { Hook, Kept } from './hook.ts';
import { type Random, upTo } from './random.ts';

const PATIENCE_MS = 60_000;
const MOST_IN_A_ROW = 25;
/** Share of bursts of writing in which the tab dies. */
const DEADLY = 0.25;

type Bench = { bench: Hook };

/** A phone of the storm: a browser's memory of its own, one reader, a tab that dies and is opened again. */
export class FaultyPhone {
  /** Its reader's code. */
  readonly login: string;
  /** Ids of records that the phone has said are safe. */
  readonly promised = new Set<string>();
  /** Times that its tab was killed. */
  killed = 0;
  person = '';
  readonly #url: string;
  readonly #hook: string;
  readonly #random: Random;
  readonly #context: BrowserContext;
  #page: Page | null = null;

  private constructor(context: BrowserContext, { login, url, hook, random }: { login: string; url: string; hook: string; random: Random }) {
    this.#context = context;
    this.login = login;
    this.#url = url;
    this.#hook = hook;
    this.#random = random;
  }

  static async open(browser: Browser, options: { login: string; url: string; hook: string; random: Random }): Promise<FaultyPhone> {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true, locale: 'km-KH', timezoneId: 'Asia/Phnom_Penh', reducedMotion: 'reduce' });
    context.setDefaultTimeout(PATIENCE_MS);
    const phone = new FaultyPhone(context, options);
    await context.exposeBinding('madeRecord', (_source, id: string) => void phone.promised.add(id));
    return phone;
  }

  /** The first visit: signs in and stays until everything that works without a network is on the phone. */
  async signIn(course: OpenCourse): Promise<void> {
    const page = (this.#page = await this.#context.newPage());
    await page.goto(`${this.#url}/sign-in`);
    await hydrated(page);
    await page.locator('input[name=login]').fill(this.login);
    await page.locator('input[name=secret]').fill(DEMO_PIN);
    await page.locator('form button[type=submit]').tap();
    await page.locator('.path').first().waitFor();
    await onPhone(page, course, ['km']);
    await this.#attach(page);
  }

  /** Opens the app as who has just taken the phone into the hand; the tab before is gone. */
  async reopen(path = '/learn'): Promise<void> {
    await this.#page?.close();
    for (;;) {
      const page = (this.#page = await this.#context.newPage());
      try {
        await page.goto(this.#url + path, { waitUntil: 'commit' });
        await hydrated(page);
        await this.#attach(page);
        return;
      } catch (error) {
        // The app itself went to another page meanwhile: as a reader does, it is opened once more.
        await page.close();
        if (!/destroyed|closed|navigation|crash/i.test((error as Error).message)) throw error;
      }
    }
  }

  async #attach(page: Page): Promise<void> {
    await page.evaluate(this.#hook);
    const person = await page.evaluate(() => (globalThis as unknown as Bench).bench.begin());
    if (person === null) throw new Error(`${this.login}: the phone does not know its reader any more`);
    this.person = person;
  }

  get #open(): Page {
    if (!this.#page) throw new Error('the phone has no page');
    return this.#page;
  }

  /** The tab dies, as when the phone runs short of memory, or is closed. */
  async #die(): Promise<void> {
    this.killed += 1;
    const page = this.#open;
    if (this.#random() < 0.5) return page.close();
    const crashed = page.waitForEvent('crash');
    const cdp = await this.#context.newCDPSession(page);
    cdp.send('Page.crash').catch(() => undefined);
    await crashed;
  }

  /** By the app's own screens: a lesson is read to its end, a module's questions are answered. */
  async byThumb(course: OpenCourse, withQuiz: boolean): Promise<void> {
    const module = course.manifest.modules[0];
    const lesson = module?.lessons[0];
    const quiz = course.quizzes[0]?.leaf;
    if (!module || !lesson || !quiz) throw new Error('there is no module');
    await this.#seen(async () => {
      await this.reopen(`/learn/${lesson.id}`);
      await finishLesson(this.#open, lesson.id);
    });
    if (!withQuiz) return;
    await this.#seen(async () => {
      await this.reopen(`/learn/${module.quiz.id}`);
      await submitQuiz(this.#open, quiz);
    });
  }

  /** Whatever the screens said is done must be in the outbox, and counts as promised from then on. */
  async #seen(work: () => Promise<void>): Promise<void> {
    await work();
    const before = this.promised.size;
    for (const { id, owner } of await this.entries()) if (owner === this.person) this.promised.add(id);
    if (this.promised.size === before) throw new Error(`${this.login}: the screen says that it is done, and nothing was written down`);
  }

  /** Writes down what its reader does, in bursts; tabs die in the midst of it. */
  async live(facts: readonly StoredBody[], records: number, pause: () => Promise<void>): Promise<void> {
    while (this.promised.size < records) {
      const missing = records - this.promised.size;
      const burst = Array.from({ length: Math.min(missing, 1 + upTo(this.#random, MOST_IN_A_ROW)) }, () => facts[upTo(this.#random, facts.length)] as StoredBody);
      const writing = this.#open.evaluate((some) => (globalThis as unknown as Bench).bench.write(some), burst);
      if (this.#random() < DEADLY) {
        writing.catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, this.#random() * 400));
        await this.#die();
        await this.reopen();
      } else await writing;
      await pause();
    }
  }

  entries(): Promise<Kept[]> {
    return this.#open.evaluate(() => (globalThis as unknown as Bench).bench.entries());
  }

  progress(): Promise<{ readable: number; state: string }> {
    return this.#open.evaluate((person) => (globalThis as unknown as Bench).bench.progress(person), this.person);
  }

  /** Who the session is of, as the server says. */
  async cookie(): Promise<string> {
    return (await this.#context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}
