import type { Page } from 'playwright-core';
import type { TestClip, TestNarration } from '../../../api/test/support/narration.ts';

/** Makes every letter of a page invisible from its first moment on, in a way that no style of the page undoes. */
async function hideText(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, *::before, *::after, *::placeholder { color: transparent !important; -webkit-text-fill-color: transparent !important; text-shadow: none !important; text-decoration-color: transparent !important }');
    document.adoptedStyleSheets = [sheet];
  });
}

/** Letters that somebody could still see. */
export async function visibleText(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(document.body.querySelectorAll<HTMLElement>('*'))
      .filter((element) => Array.from(element.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
      .filter((element) => !['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName))
      .filter((element) => !getComputedStyle(element).webkitTextFillColor.endsWith(', 0)'))
      .map((element) => `${element.tagName}.${element.className}`),
  );
}

/** Somebody who sees no text and hears: every sound that was played to its end, in order. */
export class Listener {
  readonly heard: TestClip[] = [];
  readonly #page: Page;
  readonly #waiting = new Set<() => void>();

  constructor(page: Page) {
    this.#page = page;
  }

  static async at(page: Page, narration: TestNarration): Promise<Listener> {
    const listener = new Listener(page);
    await hideText(page);
    await page.exposeFunction('tellHeard', (hash: string) => {
      const clip = narration.heard.get(hash);
      if (!clip) throw new Error(`a sound that nobody recorded: ${hash}`);
      listener.heard.push(clip);
      for (const check of listener.#waiting) check();
    });
    await page.addInitScript(() => {
      const files = new Map<string, Blob>();
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (file: Blob) => {
        const url = make(file);
        files.set(url, file);
        return url;
      };
      const ended = async (event: Event): Promise<void> => {
        const bytes = await files.get((event.target as HTMLAudioElement).src)?.arrayBuffer();
        if (!bytes) return;
        const hash = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
        await (window as unknown as { tellHeard: (hash: string) => Promise<void> }).tellHeard(hash);
      };
      document.addEventListener('ended', (event) => void ended(event), true);
    });
    return listener;
  }

  /** What was heard since a point, as `of key`. */
  since(from: number): string[] {
    return this.heard.slice(from).map(({ of, key }) => `${of} ${key}`);
  }

  /** Waits until a part has been heard to its end. @returns everything heard since `from`. */
  async until(of: string, key: string, from: number): Promise<string[]> {
    const is = (): boolean => this.heard.slice(from).some((clip) => clip.of === of && clip.key === key);
    if (!is())
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${of} ${key} was not heard; heard: ${this.since(from).join(', ')}`)), 30_000);
        const check = (): void => {
          if (!is()) return;
          clearTimeout(timer);
          this.#waiting.delete(check);
          resolve();
        };
        this.#waiting.add(check);
      });
    return this.since(from);
  }

  /** Taps what stands at a place. */
  async press(place: string): Promise<number> {
    const from = this.heard.length;
    await this.#page.locator(place).tap();
    return from;
  }
}
