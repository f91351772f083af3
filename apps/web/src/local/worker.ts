import type { PageData } from './page-data.ts';
import { IN_APP } from './in-app.ts';
import { keepStyles } from './files.ts';
import { createStore } from './store.ts';

/** What a newer page of the server's holds: numbers to call, and courses where its build is this one. */
export type News = Pick<PageData, 'contacts'> & Partial<Pick<PageData, 'courses'>>;

/** The latest that the worker has brought while this page was open. */
export const news = createStore<News | null>(null);

/** Absent in other apps' browsers, without https and in private windows of some. */
function container(): ServiceWorkerContainer | undefined {
  return IN_APP ? undefined : (navigator as Navigator & { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
}

/** Hears what the worker brings. To be called before the first wait of a page's start, so that nothing is missed. */
export function hearNews(): void {
  container()?.addEventListener('message', ({ data }: MessageEvent<{ news?: News }>) => data?.news && news.set(data.news));
}

/** Lets the app work without a network from now on, in the language on screen and any that follows. */
export function startWorker(words: { lang: string; follow: (listener: () => void) => unknown }): void {
  const workers = container();
  if (!workers) return;
  // Whoever comes a second time gets the seldom opened screens too.
  const again = workers.controller !== null;
  const tell = (): void => workers.controller?.postMessage({ keep: words.lang, again });
  workers.addEventListener('controllerchange', tell);
  words.follow(tell);
  tell();
  void keepStyles().then(() => workers.register('/worker.js')).catch(() => undefined);
}

const AGAIN_MS = 4_000;

/**
 * Lets a newer build take over, for as long as such a screen is open: the pages of the next start are its own. For screens
 * on which nobody is in the middle of something. Said again and again, since one may begin to wait while the screen is open;
 * from the second time on to the waiting one itself, where the other does not pass it on. @returns how to end it.
 */
export function letUpdate(): () => void {
  tellWaiting();
  const timer = setInterval(() => tellWaiting(true), AGAIN_MS);
  return () => clearInterval(timer);
}

function tellWaiting(itself = false): void {
  container()
    ?.getRegistration()
    .then((registration) => {
      if (registration?.waiting) (itself ? registration.waiting : registration.active)?.postMessage({ leave: !itself, activate: itself });
    })
    .catch(() => undefined);
}
