import { IN_APP } from './in-app.ts';

/** What the phone keeps of published files, each under its hash. The service worker reads the same. */
async function files(): Promise<Cache | null> {
  if (IN_APP || typeof caches === 'undefined') return null;
  return caches.open('files').catch(() => null);
}

/** A file from the phone, by its path. */
export async function keptFile(path: string): Promise<Response | undefined> {
  return (await files())?.match(path, { ignoreVary: true }).catch(() => undefined);
}

/** Keeps a file that everybody may have; an answer that is for some readers alone is never kept here. @returns whether it was. */
export async function keepFile(path: string, answer: Response): Promise<boolean> {
  if (answer.status !== 200 || !/\bpublic\b.*\bimmutable\b/.test(answer.headers.get('cache-control') ?? '')) return false;
  const cache = await files();
  // A full phone keeps nothing more, and still reads.
  return cache ? cache.put(path, answer).then(() => true, () => false) : false;
}

/** Puts the styles that stand in this page where the service worker looks for the file with the same: it need not fetch them again. */
export async function keepStyles(): Promise<void> {
  const styles = document.querySelector<HTMLStyleElement>('style[data-file]');
  const path = styles?.dataset.file;
  if (!path || (await caches.match(path).catch(() => true))) return;
  await keepFile(path, new Response(styles.textContent, { headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, immutable' } }));
}

/** Paths of all files that are here. */
export async function keptPaths(): Promise<Set<string>> {
  const found = await (await files())?.keys().catch(() => []);
  return new Set(found?.map(({ url }) => new URL(url).pathname));
}

/** Lets go of files. */
export async function dropFiles(paths: Iterable<string>): Promise<void> {
  const cache = await files();
  for (const path of paths) await cache?.delete(path, { ignoreVary: true });
}
