import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Cookie, Page } from 'playwright-core';
import { DEMO_PASSWORD, DEMO_PIN } from '@seek-justice/seed/demo.ts';
import { startBrowser } from './chromium.ts';
import { type Server, startServer } from './server.ts';
import type { Lang } from './words.ts';

/** A village phone and an office screen. */
export const PHONE = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true };
export const DESK = { viewport: { width: 1366, height: 768 } };

const PATIENCE_MS = 20_000;
/** Said by the browser whenever an answer is a failure: many tests make them on purpose. */
const EXPECTED = /Failed to load resource|net::ERR_/;

export interface Visit extends BrowserContextOptions {
  lang?: Lang;
  /** Who is signed in already. */
  as?: string;
}

/** One browser and one built app for a file of tests; every test gets fresh contexts, closed and judged at its end. */
export class Stage {
  #server: Server | undefined;
  #browser: Browser | undefined;
  #contexts: BrowserContext[] = [];
  #faults: string[] = [];
  #sessions = new Map<string, Cookie[]>();

  async start(options: { demo?: boolean; narration?: string; microphone?: boolean } = {}): Promise<void> {
    [this.#server, this.#browser] = await Promise.all([startServer({ demo: options.demo ?? true, narration: options.narration }), startBrowser({ microphone: options.microphone ?? false })]);
  }

  get url(): string {
    return this.server.url;
  }

  get server(): Server {
    if (!this.#server) throw new Error('the stage has not started');
    return this.#server;
  }

  /** A page of a browser that nobody has used, told to be in one language. Its pages come from the server unless the service worker is allowed. */
  async visit({ lang = 'km', as, ...options }: Visit = {}, base = this.url): Promise<Page> {
    if (!this.#browser) throw new Error('the stage has not started');
    const locale = lang === 'km' ? 'km-KH' : 'en-GB';
    const context = await this.#browser.newContext({ ...PHONE, locale, timezoneId: 'Asia/Phnom_Penh', baseURL: base, reducedMotion: 'reduce', serviceWorkers: 'block', ...options });
    this.#contexts.push(context);
    context.setDefaultTimeout(PATIENCE_MS);
    this.#watch(context, new URL(base).origin);
    if (as) await this.signIn(context, as, base);
    return context.newPage();
  }

  /** Signs in past the form, for tests that are about something else; who has done so before comes with the same session. */
  async signIn(context: BrowserContext, login: string, base = this.url, secret = login.includes('@') ? DEMO_PASSWORD : DEMO_PIN): Promise<void> {
    const name = `${login} ${base}`;
    const known = this.#sessions.get(name);
    if (known) return context.addCookies(known);
    const answer = await context.request.post(`${base}/api/sign-in`, { headers: { origin: base }, data: { login, secret } });
    if (!answer.ok()) throw new Error(`${login} cannot sign in: ${await answer.text()}`);
    this.#sessions.set(name, await context.cookies());
  }

  /** Requests to other origins, faults of the page and complaints of the browser. */
  #watch(context: BrowserContext, origin: string): void {
    context.on('request', (request) => {
      const { protocol, origin: to } = new URL(request.url());
      if (protocol !== 'data:' && to !== origin) this.#faults.push(`a request left the origin: ${request.url()}`);
    });
    context.on('weberror', (error) => this.#faults.push(`a script failed: ${error.error().stack}`));
    context.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) this.#faults.push(`the console says: ${message.text()}`);
    });
  }

  /** Closes what a test has opened, and fails it when something went wrong behind its back. */
  async endTest(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
    expect(this.#faults.splice(0)).toEqual([]);
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    await this.#server?.stop();
  }
}

/** The stage of a file. */
export function useStage(options: { microphone?: boolean } = {}): Stage {
  const stage = new Stage();
  beforeAll(() => stage.start(options));
  afterEach(() => stage.endTest());
  afterAll(() => stage.stop());
  return stage;
}
