/** A desk is quiet by then: what the first page needs has come. */
const QUIET_MS = 3_000;

const load = (): Promise<typeof import('./on-paper.tsx')> => import('./on-paper.tsx');

/**
 * Fetches what a lesson and its paper have to do with each other: for who came by a code or wants to print; at a desk as
 * soon as it is quiet, for there people print by the browser's own menu.
 */
export function startPaper(): void {
  addEventListener('paper', () => void load().then(({ print }) => print(), print));
  if (location.hash || matchMedia('(pointer: fine)').matches) setTimeout(() => void load().catch(() => undefined), location.hash ? 0 : QUIET_MS);
}
