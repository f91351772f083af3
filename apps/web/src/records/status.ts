import { currentSession } from '../auth/session.ts';
import type { OutboxEntry } from '../local/database.ts';
import { createStore, useStore } from '../local/store.ts';
import { outbox } from './outbox.ts';

/** What this phone holds. */
export interface RecordsStatus {
  /** All entries of the signed-in person, oldest first. */
  mine: OutboxEntry[];
  /** How many entries of others wait. */
  others: number;
  /** False where nothing outlives the page. */
  durable: boolean;
  /** The server no longer knows the session: sending needs a new sign-in. */
  signInAgain: boolean;
}

const store = createStore<RecordsStatus>({ mine: [], others: 0, durable: true, signInAgain: false });

/** The outbox as screens see it. */
export function useRecords(): RecordsStatus {
  return useStore(store);
}

/** Reads the outbox anew after a change. */
export async function refreshStatus(change: Partial<Pick<RecordsStatus, 'signInAgain'>> = {}): Promise<void> {
  const box = await outbox();
  const entries = await box.all();
  const owner = currentSession().me?.person.id;
  const mine = entries.filter((entry) => entry.owner === owner).sort((a, b) => a.envelope.deviceSeq - b.envelope.deviceSeq);
  const others = entries.filter((entry) => entry.owner !== owner && entry.state === 'waiting').length;
  store.set({ ...store.get(), ...change, mine, others, durable: box.durable });
}
