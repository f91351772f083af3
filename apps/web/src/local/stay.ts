import { IN_APP } from './in-app.ts';

let asked = false;

/** Asks the browser, once, not to clear what is on the phone when it runs short of space. */
export function askToStay(): void {
  if (asked || IN_APP) return;
  asked = true;
  // Absent without https.
  const { storage } = navigator as Navigator & { storage?: StorageManager };
  storage?.persist?.().catch(() => undefined);
}
