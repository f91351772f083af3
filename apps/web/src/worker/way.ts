/**
 * How a request is answered. `shell`: by the page on the phone. `reading`: by the reading plan on the phone.
 * `fixed`: by what its hash names, from the phone first. `online`: a page of the network's, in words without one.
 * null: as if there were no worker.
 */
export type Way = 'shell' | 'reading' | 'fixed' | 'online' | null;

const LEARNER = /^\/(?:(?:learn|j)(?:\/.*)?|sign-in|welcome|help-now|h|phone|carry|search)?$/;
const FIXED = /^\/(?:assets|api\/(?:snapshots|media))\/./;

/** Decides by method, address and what the answer is for; `origin` is ours. */
export function wayOf({ method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>, origin: string): Way {
  const address = new URL(url);
  if (method !== 'GET' || address.origin !== origin) return null;
  const { pathname } = address;
  if (mode !== 'navigate') return FIXED.test(pathname) ? 'fixed' : null;
  if (pathname === '/reading') return 'reading';
  return LEARNER.test(pathname) ? 'shell' : 'online';
}
