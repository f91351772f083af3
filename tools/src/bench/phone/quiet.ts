import type { SlowLine } from './slow-line.ts';

/** Nothing crosses the line for this long: all that a page wanted has come. A page that has come to rest fetches more after three seconds. */
const QUIET_MS = 4_000;

/** Waits until nothing more crosses the line. */
export async function quiet(line: SlowLine): Promise<void> {
  for (let before = -1; before !== line.bytes(); ) {
    before = line.bytes();
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  }
}
