import type { Page } from 'playwright-core';
import type { OpenCourse } from '../servers/curriculum.ts';

const PATIENCE_MS = 120_000;

/** Where the texts of courses lie. */
export const TEXTS = '/api/snapshots/';

/** Paths of all texts of the course in some languages. */
function textPaths({ manifest }: OpenCourse, langs: readonly string[]): string[] {
  return manifest.modules.flatMap(({ lessons, quiz }) => [...lessons, quiz].flatMap(({ leaves }) => langs.map((lang) => `${TEXTS}${leaves[lang]?.hash}`)));
}

/** Waits until the app and all texts of the course in some languages are on the phone. */
export async function onPhone(page: Page, course: OpenCourse, langs: readonly string[]): Promise<void> {
  const isHere = async (wanted: string[]): Promise<boolean> => {
    const here = new Set<string>();
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) here.add(new URL(url).pathname);
    return navigator.serviceWorker.controller !== null && ['/shell', ...wanted].every((path) => here.has(path));
  };
  const paths = textPaths(course, langs);
  for (const until = Date.now() + PATIENCE_MS; !(await page.evaluate(isHere, paths)); await new Promise((resolve) => setTimeout(resolve, 100)))
    if (Date.now() > until) throw new Error('the course does not come to the phone');
}
