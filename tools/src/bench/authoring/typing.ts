import type { Figures } from '../bench.ts';
import { CPU_SLOWER } from '../phone/browser.ts';
import { atDesk, goInto } from './at-a-desk.ts';
import type { Desk } from './desk.ts';
import { idOf, lessonEdits } from './synthetic.ts';

const BLOCKS = 200;
/** Two sentences, letter by letter: what is typed goes to the computer and to the server meanwhile. */
const WORDS = ' សូមហៅទៅលេខជំនួយភ្លាម។ សូមកុំនៅស្ងៀម។ សូមសួរថា តើបងប្អូនសុខសប្បាយទេ?';

interface Watch {
  frames: number[];
  last: number;
}

/**
 * Milliseconds of the longest frame, and of one in a hundred, while an author types in the middle of a lesson of two
 * hundred blocks on a processor that is four times slower.
 */
export async function typing(desk: Desk, address: string): Promise<Figures> {
  await desk.begin('lesson', 'large2', 'm00000');
  await desk.edit('large2', lessonEdits(BLOCKS, 'large2'));
  return atDesk(address, desk.cookie, async (context) => {
    const page = await context.newPage();
    await page.goto('/author/large2');
    await page.locator('.card').nth(BLOCKS).waitFor();
    const cdp = await context.newCDPSession(page);
    await goInto(page, `blocks/${idOf('b', BLOCKS / 2)}/text`, 'km');
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
    await page.evaluate(() => {
      const watch: Watch = { frames: [], last: performance.now() };
      (globalThis as unknown as { watch: Watch }).watch = watch;
      const next = (now: number): void => {
        watch.frames.push(now - watch.last);
        watch.last = now;
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    });
    for (const letter of WORDS) {
      await page.keyboard.insertText(letter);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 60)));
    }
    // Asked by the page itself: a locator looks through all elements for it, which is a frame of its own.
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const look = (): void => void (document.querySelector('.save-state.saved') ? resolve() : requestAnimationFrame(look));
          look();
        }),
    );
    const frames = (await page.evaluate(() => (globalThis as unknown as { watch: Watch }).watch.frames)).slice(2).sort((a, b) => a - b);
    return { typing_longest_frame_ms: frames.at(-1) ?? 0, typing_frame_p99_ms: frames[Math.floor(frames.length * 0.99)] ?? 0, typing_frames: frames.length };
  });
}
