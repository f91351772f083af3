import type { OpenCourse } from '../servers/curriculum.ts';
import type { Figures } from '../bench.ts';
import { CPU_SLOWER, withPhone } from './browser.ts';
import { hydrated } from './hydrated.ts';
import { sinceOpening, watchInside } from './inside.ts';
import { onPhone, TEXTS } from './on-phone.ts';
import { quiet } from './quiet.ts';
import type { SlowLine } from './slow-line.ts';

interface Server {
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** How long the map and a lesson take to show when they are opened with neither line nor server, after a first visit. */
export function offlineStart(line: SlowLine, course: OpenCourse, server: Server): Promise<Figures> {
  const lesson = course.manifest.modules[0]?.lessons[1];
  return withPhone('km', async ({ page, context }) => {
    line.setPace('fast');
    await page.goto(`${line.url}/learn`);
    await onPhone(page, course, ['km']);
    await quiet(line);
    line.setPace('cut');
    await server.stop();
    await page.close();
    const opened = async (path: string, selector: string): Promise<number> => {
      const fresh = await context.newPage();
      const cdp = await context.newCDPSession(fresh);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
      await watchInside(fresh);
      await fresh.goto(line.url + path, { waitUntil: 'commit' });
      const ms = await sinceOpening(fresh, selector);
      await fresh.close();
      return ms;
    };
    const map = await opened('/learn', '.path a');
    const text = await opened(`/learn/${lesson?.id}`, 'article p');
    await server.start();
    line.setPace('slow');
    return { offline_start_ms: Math.max(map, text), offline_map_ms: map, offline_lesson_ms: text };
  });
}

/** Bytes on the line of all texts of the course in both languages, asked for as a reader does. */
export function wholeCourse(line: SlowLine, course: OpenCourse): Promise<number> {
  return withPhone('km', async ({ page }) => {
    line.setPace('fast');
    const before = line.bytes(TEXTS);
    await page.goto(`${line.url}/learn`);
    await onPhone(page, course, ['km']);
    await page.goto(`${line.url}/phone`);
    await hydrated(page);
    await page.locator('.texts li', { hasText: 'English' }).getByRole('button').tap();
    await onPhone(page, course, ['km', 'en']);
    await quiet(line);
    line.setPace('slow');
    return line.bytes(TEXTS) - before;
  });
}
