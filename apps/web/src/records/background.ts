/** What the service worker hears when the network is back: see worker/worker.ts. */
const TAG = 'lessons-send';

interface Syncing {
  sync?: { register: (tag: string) => Promise<void> };
}

/** Asks the browser, where it can, to send when the network is back, also when no page is open by then. */
export function sendBehind(): void {
  // Absent without https, and in private windows of some.
  const { serviceWorker } = navigator as Navigator & { serviceWorker?: ServiceWorkerContainer };
  serviceWorker
    ?.getRegistration()
    .then((registration) => (registration as Syncing | undefined)?.sync?.register(TAG))
    .catch(() => undefined);
}
