import type { FetchEvent } from './scope.ts';
import { ANY, FILES, SHELL } from './caches.ts';

/** A part of a file, as a player asks for it. */
async function inRange(held: Response, wanted: string | null): Promise<Response> {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(wanted ?? '') ?? [];
  if (first === undefined || last === undefined) return held;
  const all = await held.blob();
  const from = first ? Number(first) : Math.max(0, all.size - Number(last));
  const to = first && last ? Math.min(Number(last), all.size - 1) : all.size - 1;
  if (from > to) return new Response(null, { status: 416, headers: { 'content-range': `bytes */${all.size}` } });
  return new Response(all.slice(from, to + 1), {
    status: 206,
    headers: { 'content-type': held.headers.get('content-type') ?? '', 'content-range': `bytes ${from}-${to}/${all.size}`, 'content-length': `${to - from + 1}` },
  });
}

/** Whether an answer is a file of ours that never changes, and that everybody may have. */
export function isFixed(answer: Response): boolean {
  return answer.status === 200 && /\bpublic\b.*\bimmutable\b/.test(answer.headers.get('cache-control') ?? '');
}

/** What never changes under its name: from the phone where it is there, else from the network, and kept if everybody may have it. */
export async function fixed({ request, waitUntil }: Pick<FetchEvent, 'request' | 'waitUntil'>): Promise<Response> {
  const held = await caches.match(request.url, ANY);
  if (held) return inRange(held, request.headers.get('range'));
  const answer = await fetch(request);
  if (isFixed(answer)) {
    const copy = answer.clone();
    const cache = new URL(request.url).pathname.startsWith('/assets/') ? SHELL : FILES;
    // A full phone keeps nothing and still reads.
    waitUntil(caches.open(cache).then((open) => open.put(request.url, copy)).catch(() => undefined));
  }
  return answer;
}
