import type { Bench, Figures } from './bench.ts';
import { weigh } from './bytes/page-weight.ts';
import { median } from './median.ts';
import { withPhone } from './phone/browser.ts';
import { type SlowLine, slowLine } from './phone/slow-line.ts';
import { startServer } from './servers/child.ts';
import { readOpenCourse } from './servers/curriculum.ts';
import { withDatabase } from './servers/database.ts';

const TURNS = 3;
/** Nothing crosses the line for this long: all that a page wanted has come. */
const QUIET_MS = 2_000;

/** What a learner on a weak phone and a weak line waits and pays for. */
export const firstLoad: Bench = {
  name: 'first-load',
  data: `first lesson in Khmer, not signed in, empty profile, 360 × 640, 4× slower processor, 400 kbit/s and 400 ms round trip; ${TURNS} times, medians`,
  run: (say) =>
    withDatabase(async (connection) => {
      const api = await startServer('api', { connection, host: '127.0.0.1', port: 0, demo: true });
      try {
        const { manifest } = await readOpenCourse(api.url);
        const [first, second] = manifest.modules[0]?.lessons ?? [];
        if (!first || !second) throw new Error('There are no two lessons.');
        const html = await (await fetch(`${api.url}/learn/${first.id}?lang=km`)).text();
        const turns: Figures[] = [];
        for (let turn = 0; turn < TURNS; turn += 1) {
          const line = await slowLine(api.url);
          turns.push(await cold(line, first.id, second.title.km ?? '', second.id));
          await line.close();
          say(Object.entries(turns[turn] ?? {}).map(([key, value]) => `${key} ${Math.round(value)}`).join(', '));
        }
        const keys = Object.keys(turns[0] ?? {});
        const medians = Object.fromEntries(keys.map((key) => [key, median(turns.flatMap((turn) => turn[key] ?? []))]));
        return { ...medians, js_bytes: weigh(html).script };
      } finally {
        await api.stop();
      }
    }),
};

/** Opens the lesson with an empty profile, waits until it can be used, then goes on to the next one. */
async function cold(line: SlowLine, id: string, nextTitle: string, nextId: string): Promise<Figures> {
  return withPhone('km', async ({ page, cdp }) => {
    const began = performance.now();
    const since = (from: number) => performance.now() - from;
    await page.goto(`${line.url}/learn/${id}`, { waitUntil: 'commit' });
    await page.locator('h1').first().waitFor();
    const text_visible_ms = since(began);
    // React has taken the page over once the root's element carries its mark.
    await page.waitForFunction(() => Object.keys(document.querySelector('#app > *') ?? {}).some((key) => key.startsWith('__reactFiber')), undefined, { polling: 50 });
    const interactive_ms = since(began);
    await quiet(line);
    const cold_bytes = line.bytes();
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

async function quiet(line: SlowLine): Promise<void> {
  for (let before = -1; before !== line.bytes(); ) {
    before = line.bytes();
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  }
}
