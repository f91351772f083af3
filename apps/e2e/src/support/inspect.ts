import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { KEYS, type Lang } from './words.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const TAP_PX = 44;
/** Controls of their own; a link in running text is as high as its line, and a box is ticked by its whole label. */
const CONTROLS = 'button, summary, select, label.tick, input:not([type=radio], [type=checkbox]), a.btn, a.row, a.pill, a.dial, a.to-map, .foot a, .bar a, .numbers a, .office-nav a, .office-end a';
/** Latin words that Khmer pages may hold: names, kinds of files, and what stands in Latin letters on a phone's own screen. */
const LATIN = new Set(['English', 'Lessons', 'JavaScript', 'Shift', 'APLE', 'DEMO', 'Demo', 'Author', 'Reviewer', 'aplecambodia', 'example', 'coordinator', 'JPEG', 'WebP', 'AVIF', 'Opus', 'WebM', 'childhelplinecambodia', 'UNODC', 'Blue', 'Campaign', 'https', 'Luke']);

type Axe = { run: (context: Document, options: object) => Promise<{ violations: { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }[] }> };

async function axe(page: Page, runOnly: object): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (only) => {
    const { axe: tool } = window as unknown as { axe: Axe };
    const { violations: all } = await tool.run(document, { runOnly: only, resultTypes: ['violations'] });
    return all.map(({ id, help, nodes }) => ({ id, help, where: nodes.slice(0, 3).map(({ target, failureSummary }) => `${String(target)} (${failureSummary?.split('\n')[1]?.trim() ?? ''})`) }));
  }, runOnly);
  return violations.map(({ id, help, where }) => `${id}: ${help}: ${where.join(' | ')}`);
}

/** What WCAG 2.2 AA has against a page, as far as a machine can tell; from its top, where nothing that sticks lies over anything. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
    // What is far from the screen has the room that it had last, and would lie over what follows when it is asked where it is.
    for (const one of document.querySelectorAll<HTMLElement>('.thing, .preview .lesson > *, .preview .slides > div > *')) one.style.contentVisibility = 'visible';
  });
  return axe(page, { type: 'tag', values: TAGS });
}

/** The same in the dark: only colours differ. */
export async function darkFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const faults = await axe(page, { type: 'rule', values: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: 'light' });
  return faults.map((fault) => `dark: ${fault}`);
}

/** What a phone's reader would stumble over: width, heights of what is tapped. */
async function sizeFaults(page: Page, width: number): Promise<string[]> {
  return page.evaluate(
    ({ wide, least, controls }) => {
      const faults: string[] = [];
      const { scrollWidth } = document.scrollingElement ?? document.documentElement;
      if (scrollWidth > wide) faults.push(`the page is ${scrollWidth} px wide`);
      if (wide > 600) return faults;
      for (const element of document.querySelectorAll<HTMLElement>(controls)) {
        const { width: w, height: h } = element.getBoundingClientRect();
        if (!element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) || w === 0) continue;
        if (h >= least - 0.5) continue;
        // A row may be tapped beyond the words of its button.
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y } = element.getBoundingClientRect();
        const reaches = [-least / 2 + 1, least / 2 - 1].every((off) => element.contains(document.elementFromPoint(x + Math.min(w / 2, 20), y + h / 2 + off)));
        if (!reaches) faults.push(`${element.tagName}.${element.className} "${element.textContent?.slice(0, 20)}" is ${Math.round(h)} px high`);
      }
      return faults;
    },
    { wide: width, least: TAP_PX, controls: CONTROLS },
  );
}

/** Text that a reader of that language should not meet. */
async function wordFaults(page: Page, lang: Lang): Promise<string[]> {
  const faults: string[] = [];
  const said = await page.locator('html').getAttribute('lang');
  if (said !== lang) faults.push(`<html lang> is ${said}`);
  const { all, own } = await page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const other of copy.querySelectorAll('script, noscript, style, [lang]:not([lang^=km]), .sources')) other.remove();
    const labels = Array.from(copy.querySelectorAll('[aria-label], [title], [placeholder]'), (one) => ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? '').join(' '));
    return { all: `${document.body.innerText} ${labels.join(' ')}`, own: `${copy.textContent} ${labels.join(' ')}` };
  });
  const shown = new Set(all.match(/[a-zA-Z]+(?:\.[a-zA-Z0-9_+-]+)+/g));
  for (const key of KEYS) if (shown.has(key)) faults.push(`the key ${key} is shown`);
  if (/\{\{|\}\}|\bundefined\b|\bNaN\b|\[object/.test(all)) faults.push('a hole in the words is shown');
  if (lang === 'km') {
    const latin = new Set(own.match(/[A-Za-z]{4,}/g));
    for (const word of latin) if (!LATIN.has(word)) faults.push(`the Latin word ${word} stands in Khmer`);
  }
  return faults;
}

/** Everything that is wrong with the page on screen. */
export async function faultsOf(page: Page, lang: Lang, width: number): Promise<string[]> {
  return [...(await sizeFaults(page, width)), ...(await wordFaults(page, lang)), ...(await axeFaults(page))];
}
