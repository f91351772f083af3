import { createStore } from './store.ts';

/** The browser's offer to put the app on the home screen. */
export interface Offer extends Event {
  prompt: () => Promise<unknown>;
}

/** The offer, as long as it stands: it is made to the reader on a quiet screen, never by a bar over a lesson. */
export const offered = createStore<Offer | null>(null);

/** Keeps the browser's offer back until somebody asks for it. */
export function watchOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offered.set(event as Offer);
  });
  window.addEventListener('appinstalled', () => offered.set(null));
}
