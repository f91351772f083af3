import { ownKept } from '../auth/profile/vault.ts';
import { currentSession } from '../auth/session.ts';
import type { OutboxEntry } from '../local/database.ts';
import { createStore, useStore } from '../local/store.ts';
import { isDurable } from '../local/tables.ts';
import { profiles } from '../auth/profile/profiles.ts';
import { lostToEviction, noteWaiting } from './eviction.ts';
import { isJoin } from './join.ts';
import { allEntries, OWN_COPY, type OwnCopy } from './outbox.ts';

/** A record of the reader: what became of it, and what it says where the phone can still read it. */
export type MyRecord = Pick<OutboxEntry, 'id' | 'state' | 'code' | 'at' | 'handedAt'> & Partial<OwnCopy>;

/** What this phone holds. */
export interface RecordsStatus {
  /** All records of the signed-in person, oldest first. */
  mine: MyRecord[];
  /** How many entries of others wait. */
  others: number;
  /** How many of those came from other phones, to be carried. */
  carried: number;
  /** False where nothing outlives the page. */
  durable: boolean;
  /** The phone is full: what was done last is in this page alone. */
  full: boolean;
  /** The server no longer knows the session: sending needs a new sign-in. */
  signInAgain: boolean;
  /** The reader has joined a group, and that has not been completed: it waits, or was refused for a reason. */
  joining: 'waiting' | NonNullable<OutboxEntry['code']> | null;
  /** When the oldest answer that waits here was written or taken over, milliseconds; null when none does. */
  oldest: number | null;
  /** When this was read off the phone, milliseconds; 0 before that. */
  now: number;
  /** So many unsent answers went when the phone emptied its store. */
  lost: number;
}

const store = createStore<RecordsStatus>({ mine: [], others: 0, carried: 0, durable: true, full: false, signInAgain: false, joining: null, oldest: null, now: 0, lost: 0 });
const copies = new Map<string, OwnCopy>();

/** The outbox as screens see it. */
export function useRecords(): RecordsStatus {
  return useStore(store);
}

/** The same, for code outside screens. */
export const recordsNow = store.get;
export const onRecords = store.subscribe;

/** What has just been written need not be read again. */
export function rememberCopy(id: string, copy: OwnCopy): void {
  copies.set(id, copy);
}

/** Whether the last record could not be written to the phone. */
export function noteSpare(full: boolean): void {
  store.set({ ...store.get(), full });
}

async function copyOf(owner: string, entry: OutboxEntry): Promise<OwnCopy | undefined> {
  const known = copies.get(entry.id) ?? (await ownKept<OwnCopy>(owner, OWN_COPY + entry.id));
  if (known) copies.set(entry.id, known);
  return known ?? (entry.envelope && { envelope: entry.envelope, mark: entry.mark });
}

function joiningOf(entry: OutboxEntry | undefined): RecordsStatus['joining'] {
  if (!entry || entry.state === 'delivered') return null;
  return entry.state === 'waiting' ? 'waiting' : (entry.code ?? 'malformed');
}

/** Reads the outbox anew after a change. */
export async function refreshStatus(change: Partial<Pick<RecordsStatus, 'signInAgain'>> = {}): Promise<void> {
  const entries = await allEntries();
  const owner = currentSession().me?.person.id;
  const own = entries.filter((entry) => entry.owner !== null && entry.owner === owner).sort((a, b) => a.seq - b.seq);
  const answers = own.filter((entry) => !isJoin(entry));
  const mine = await Promise.all(
    answers.map(async (entry) => ({ id: entry.id, state: entry.state, code: entry.code, at: entry.at, handedAt: entry.handedAt, ...(owner && (await copyOf(owner, entry))) })),
  );
  const joining = joiningOf(own.find(isJoin));
  const waiting = entries.filter((entry) => entry.state === 'waiting' && !isJoin(entry));
  const others = waiting.filter((entry) => entry.owner !== owner || entry.owner === null);
  const carried = others.filter((entry) => entry.owner === null).length;
  const oldest = waiting.length > 0 ? Math.min(...waiting.map(({ at }) => at)) : null;
  const durable = await isDurable();
  const lost = durable ? await lostToEviction(entries.length === 0 && (await profiles()).length === 0) : 0;
  if (durable) noteWaiting(waiting.length);
  store.set({ ...store.get(), ...change, mine, others: others.length - carried, carried, durable, joining, oldest, now: Date.now(), lost });
}
