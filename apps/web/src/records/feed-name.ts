import type { OutboxEntry } from '../local/database.ts';
import { keep, kept } from '../local/kept.ts';
import { allEntries, changeEntries } from './outbox.ts';

const NAME = 'feed';

/**
 * What the server calls its feed. Another name than before means that its database was put back to an earlier day: what
 * it once acknowledged may be gone there, so everything that is still here is offered again. Doubles do no harm.
 */
export async function hearFeed(feed: string): Promise<void> {
  const before = await kept<string>(NAME);
  if (before === feed) return;
  // With the database its keys may have come back, so what could not be unsealed is offered too.
  const again = ({ state, code }: OutboxEntry): boolean => state === 'delivered' || code === 'unreadable';
  if (before !== undefined) await changeEntries((await allEntries()).filter(again).map(({ id }) => id), { state: 'waiting', code: undefined });
  // Remembered last: who is killed in between does it once more.
  await keep(NAME, feed);
}
