import { DEMO_PIN } from '@seek-justice/seed/demo.ts';
import type { Bench, Figures } from './bench.ts';
import { audioBytesPerMinute } from './bytes/audio.ts';
import { weigh, weighWorker } from './bytes/page-weight.ts';
import { median } from './median.ts';
import { withPhone } from './phone/browser.ts';
import { hydrated } from './phone/hydrated.ts';
import { sinceTap, watchInside } from './phone/inside.ts';
import { journey } from './phone/journey.ts';
import { offlineStart, wholeCourse } from './phone/kept-course.ts';
import { onPhone, TEXTS } from './phone/on-phone.ts';
import { quiet } from './phone/quiet.ts';
import { type SlowLine, slowLine } from './phone/slow-line.ts';
import { startServer } from './servers/child.ts';
import { freePort } from './servers/free-port.ts';
import { type OpenCourse, readOpenCourse } from './servers/curriculum.ts';
import { withDatabase } from './servers/database.ts';

const TURNS = 3;

/** What a learner on a weak phone and a weak line waits and pays for. */
export const firstLoad: Bench = {
  name: 'first-load',
  data:
    `first lesson in Khmer, not signed in, empty profile, 360 × 640, 4× slower processor, 400 kbit/s and 400 ms round trip; the next lesson once the course is on the phone; from sign-in to the result of a quiz of 9; ` +
    `a start without line and server; ${TURNS} times, medians. Bytes are counted on the line, the service worker's too`,
  run: (say) =>
    withDatabase(async (connection) => {
      const port = await freePort();
      const near = `http://127.0.0.1:${port}`;
      const line = await slowLine(near);
      // The phone knows the server by the line's address: signing in from there must be from our own page.
      const start = () => startServer('api', { connection, host: '127.0.0.1', port, publicUrl: line.url, demo: true });
      let api = await start();
      try {
        const course = await readOpenCourse(near);
        const html = await (await fetch(`${near}/learn/${course.manifest.modules[0]?.lessons[0]?.id}?lang=km`)).text();
        const turns: Figures[] = [];
        for (let turn = 0; turn < TURNS; turn += 1) {
          const figures = { ...(await cold(line, course)), ...(await journey(line, `DEMO-${String(turn + 1).padStart(4, '0')}`, DEMO_PIN, course)) };
          turns.push({ ...figures, ...(await offlineStart(line, course, { stop: () => api.stop(), start: async () => void (api = await start()) })) });
          say(Object.entries(turns[turn] ?? {}).map(([key, value]) => `${key} ${Math.round(value)}`).join(', '));
        }
        const keys = Object.keys(turns[0] ?? {});
        const medians = Object.fromEntries(keys.map((key) => [key, median(turns.flatMap((turn) => turn[key] ?? []))]));
        const { worker, late } = weighWorker(html);
        const audio = await audioBytesPerMinute();
        say(`narration: bytes of ${audio.measured === 'recordings' ? 'the recordings' : 'a test sound made as recordings are to be made: there are none yet'}`);
        return { ...medians, js_bytes: weigh(html).script + worker, late_js_bytes: late, course_bytes: await wholeCourse(line, course), audio_bytes_per_min: audio.bytes };
      } finally {
        await api.stop();
        await line.close();
      }
    }),
};

/** Opens the lesson with an empty profile, waits until it can be used, then goes on to the next one. */
async function cold(line: SlowLine, course: OpenCourse): Promise<Figures> {
  const [first, second] = course.manifest.modules[0]?.lessons ?? [];
  if (!first || !second) throw new Error('There are no two lessons.');
  return withPhone('km', async ({ page, cdp }) => {
    await watchInside(page);
    const [before, texts] = [line.bytes(), line.bytes(TEXTS)];
    const began = performance.now();
    const since = (from: number) => performance.now() - from;
    await page.goto(`${line.url}/learn/${first.id}`, { waitUntil: 'commit' });
    await page.locator('h1').first().waitFor();
    const text_visible_ms = since(began);
    await hydrated(page);
    const interactive_ms = since(began);
    // Everything that comes by itself: worker, app and, last of all, the course's other texts, which have a figure of their own.
    await onPhone(page, course, ['km']);
    await quiet(line);
    const cold_bytes = line.bytes() - before - (line.bytes(TEXTS) - texts);
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = (await cdp.send('Runtime.getHeapUsage')) as { usedSize: number };
    const bytes = line.bytes();
    const link = page.locator(`a[href*="/learn/${second.id}"]`).first();
    await link.scrollIntoViewIfNeeded();
    const second_ms = await sinceTap(page, () => link.click(), 'h1', second.title.km ?? '');
    await quiet(line);
    return { text_visible_ms, interactive_ms, cold_bytes, lesson_heap_bytes: usedSize, second_ms, second_bytes: line.bytes() - bytes };
  });
}
