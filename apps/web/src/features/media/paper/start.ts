import { loadPlayer } from '../load-player.ts';
import { scene } from '../scene.ts';

/** A desk is quiet by then: what the first page needs has come. */
const QUIET_MS = 3_000;

/**
 * Fetches what a lesson and its paper have to do with each other: for who came by a code or wants to print; at a desk as
 * soon as it is quiet and a lesson is open, for there people print by the browser's own menu.
 */
export function startPaper(): void {
  const load = (printing = false): void => void loadPlayer().then(({ paper }) => paper(printing), () => (printing ? print() : undefined));
  addEventListener('paper', () => load(true));
  // Where no lesson is open, nothing is fetched: whoever writes in the office types on.
  const whenOpen = (): void => {
    if (scene.get()) return load();
    const stop = scene.subscribe(() => {
      stop();
      load();
    });
  };
  // What can hover is no phone.
  const wait = location.hash ? 1 : matchMedia('(hover)').matches && QUIET_MS;
  if (wait) setTimeout(whenOpen, wait);
}
