import { DEMO_PIN } from '@seek-justice/seed/demo.ts';
import type { Bench, Figures } from './bench.ts';
import { weigh } from './bytes/page-weight.ts';
import { median } from './median.ts';
import { withPhone } from './phone/browser.ts';
import { hydrated } from './phone/hydrated.ts';
import { journey } from './phone/journey.ts';
import { quiet } from './phone/quiet.ts';
import { type SlowLine, slowLine } from './phone/slow-line.ts';
import { startServer } from './servers/child.ts';
import { freePort } from './servers/free-port.ts';
import { readOpenCourse } from './servers/curriculum.ts';
import { withDatabase } from './servers/database.ts';

const TURNS = 3;

/** What a learner on a weak phone and a weak line waits and pays for. */
export const firstLoad: Bench = {
  name: 'first-load',
  data: `first lesson in Khmer, not signed in, empty profile, 360 × 640, 4× slower processor, 400 kbit/s and 400 ms round trip; then from sign-in to the result of a quiz of 9; ${TURNS} times, medians`,
  run: (say) =>
    withDatabase(async (connection) => {
      const port = await freePort();
      const near = `http://127.0.0.1:${port}`;
      const line = await slowLine(near);
      // The phone knows the server by the line's address: signing in from there must be from our own page.
      const api = await startServer('api', { connection, host: '127.0.0.1', port, publicUrl: line.url, demo: true });
      try {
        const course = await readOpenCourse(near);
        const [first, second] = course.manifest.modules[0]?.lessons ?? [];
        if (!first || !second) throw new Error('There are no two lessons.');
        const html = await (await fetch(`${near}/learn/${first.id}?lang=km`)).text();
        const turns: Figures[] = [];
        for (let turn = 0; turn < TURNS; turn += 1) {
          const lesson = await cold(line, first.id, second.title.km ?? '', second.id);
          turns.push({ ...lesson, ...(await journey(line, `DEMO-${String(turn + 1).padStart(4, '0')}`, DEMO_PIN, course)) });
          say(Object.entries(turns[turn] ?? {}).map(([key, value]) => `${key} ${Math.round(value)}`).join(', '));
        }
        const keys = Object.keys(turns[0] ?? {});
        const medians = Object.fromEntries(keys.map((key) => [key, median(turns.flatMap((turn) => turn[key] ?? []))]));
        return { ...medians, js_bytes: weigh(html).script };
      } finally {
        await api.stop();
        await line.close();
      }
    }),
};

/** Opens the lesson with an empty profile, waits until it can be used, then goes on to the next one. */
async function cold(line: SlowLine, id: string, nextTitle: string, nextId: string): Promise<Figures> {
  return withPhone('km', async ({ page, cdp }) => {
    const before = line.bytes();
    const began = performance.now();
    const since = (from: number) => performance.now() - from;
    await page.goto(`${line.url}/learn/${id}`, { waitUntil: 'commit' });
    await page.locator('h1').first().waitFor();
    const text_visible_ms = since(began);
    await hydrated(page);
    const interactive_ms = since(began);
    await quiet(line);
    const cold_bytes = line.bytes() - before;
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = (await cdp.send('Runtime.getHeapUsage')) as { usedSize: number };
    const figures: Figures = { text_visible_ms, interactive_ms, cold_bytes, lesson_heap_bytes: usedSize };
    return { ...figures, ...(await next(page, line, nextTitle, nextId)) };
  });
}

type Page = Parameters<Parameters<typeof withPhone>[1]>[0]['page'];

/** The next lesson by its link; nothing where the page offers none. */
async function next(page: Page, line: SlowLine, title: string, id: string): Promise<Figures> {
  const link = page.locator(`a[href*="/learn/${id}"]`).first();
  if ((await link.count()) === 0) return {};
  const bytes = line.bytes();
  await link.scrollIntoViewIfNeeded();
  const began = performance.now();
  await link.click();
  await page.locator('h1', { hasText: title }).waitFor();
  const second_ms = performance.now() - began;
  await quiet(line);
  return { second_ms, second_bytes: line.bytes() - bytes };
}
