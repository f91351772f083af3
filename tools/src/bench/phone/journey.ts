import type { OpenCourse } from '../servers/curriculum.ts';
import { type Phone, withPhone } from './browser.ts';
import { answer } from './by-thumb.ts';
import { quiet } from './quiet.ts';
import { hydrated } from './hydrated.ts';
import type { SlowLine } from './slow-line.ts';

/** Figures of one way from the sign-in page to a quiz's result. */
export interface Journey {
  /** Sum of the times from each tap to the content of the next step; reading and typing are not counted. */
  journey_ms: number;
  /** All that crossed the line, prefetched texts included. */
  journey_bytes: number;
  /** JavaScript heap at the end. */
  heap_bytes: number;
}

/** Signs in, opens the map, a lesson and its module's quiz, answers all of it and sees the result. */
export function journey(line: SlowLine, login: string, secret: string, { manifest, quizzes }: OpenCourse): Promise<Journey> {
  const module = manifest.modules[0];
  const items = quizzes[0]?.leaf.items;
  const lesson = module?.lessons[0];
  if (!module || !items || !lesson) throw new Error('There is no module to go through.');
  return withPhone('km', async (phone) => {
    const { page } = phone;
    const before = line.bytes();
    let spent = 0;
    const step = async (act: () => Promise<unknown>, shown: () => Promise<unknown>): Promise<void> => {
      const began = performance.now();
      await act();
      await shown();
      spent += performance.now() - began;
    };
    const quizLink = page.locator(`.path a[href="/learn/${module.quiz.id}"]`);
    await step(() => page.goto(`${line.url}/sign-in`, { waitUntil: 'commit' }), () => page.locator('input[name=login]').waitFor());
    await hydrated(page);
    await page.locator('input[name=login]').fill(login);
    await page.locator('input[name=secret]').fill(secret);
    await step(() => page.locator('form button[type=submit]').tap(), () => quizLink.waitFor());
    await step(() => page.locator(`.path a[href="/learn/${lesson.id}"]`).tap(), () => page.locator('article p').first().waitFor());
    await page.goBack();
    await quizLink.waitFor();
    await step(() => quizLink.tap(), () => page.locator('.options > li').first().waitFor());
    for (const [at, item] of items.entries()) await answer(page, item, at);
    await step(() => page.locator('.actions button').last().tap(), () => page.locator('.options').waitFor({ state: 'detached' }));
    await quiet(line);
    return { journey_ms: spent, journey_bytes: line.bytes() - before, heap_bytes: await heap(phone) };
  });
}

async function heap({ cdp }: Phone): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return ((await cdp.send('Runtime.getHeapUsage')) as { usedSize: number }).usedSize;
}
