import { leaveNow } from '../ui/quick-exit.ts';
import { drawCurtain } from './profile-cookie.ts';

/** Quick exit: the page is blank at once, drafts stay, and whoever opens the app next is asked for the secret. */
export function leaveInAHurry(): void {
  drawCurtain();
  leaveNow();
}
