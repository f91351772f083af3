import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Mark } from '@seek-justice/domain/assessment/score.ts';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import type { RefusalCode } from '@seek-justice/domain/records/verdict.ts';

/** A record that this phone has to deliver, and what became of it. */
export interface OutboxEntry {
  id: string;
  /** Whose profile made it; null for what came from another phone, to be carried. */
  owner: string | null;
  /** Its number among the owner's records, to send the oldest first. */
  seq: number;
  /** When it was made or taken over, milliseconds. */
  at: number;
  /** What only the installation can read; `envelope` instead where the browser has no cryptography. */
  sealed?: string;
  /** The name on the outside of what is sealed; the entry's own where it is not said. */
  rid?: string;
  envelope?: Envelope;
  state: 'waiting' | 'delivered' | 'refused';
  /** Of a quiz, as the first release kept it; now it lies in the reader's own copy. */
  mark?: Mark | undefined;
  /** When it was delivered, milliseconds. */
  deliveredAt?: number;
  /** Why it was refused. */
  code?: RefusalCode | JoinRefusal | undefined;
  /** When it was last handed on to be carried, milliseconds: that it has arrived nobody has said yet. */
  handedAt?: number;
}

/** Why a group's code was not taken: nobody has it, or the group takes nobody any more. */
export type JoinRefusal = 'join_unknown' | 'join_closed';

/** How a profile's key for reading is kept: wrapped by the PIN and the phone's own key together. */
export interface Lock {
  salt: Uint8Array<ArrayBuffer>;
  rounds: number;
  iv: Uint8Array<ArrayBuffer>;
  wrapped: ArrayBuffer;
}

/** One reader on this phone. */
export interface Profile {
  /** The person's id. */
  owner: string;
  /** Id of the (phone, profile) pair. */
  device: string;
  /** Number of its next record. */
  nextSeq: number;
  /** By what the phone's screen tells it from the others: never a name. */
  number: number;
  /** Signs what the reader does; cannot be read out. Absent where the browser has no cryptography. */
  keys?: CryptoKeyPair;
  /** The profile's first record: binds the key to the person once the server hears of it. */
  opened?: string;
  /** Lets this phone hand in the profile's records. */
  token?: string | null;
  /** The phone's own part of the lock; cannot be read out. */
  deviceKey?: CryptoKey;
  lock?: Lock;
  /** Opens the profile's vault; there while the profile is open. */
  vaultKey?: CryptoKey | null;
  /** Last place of the feed that the phone has seen for it. */
  after?: string | null;
  /** What the person may do, without the name, as the server said last. */
  me?: unknown;
  /** Whether the server has a session for this phone, as far as the phone knows. */
  session?: boolean;
}

/** The phone's tables. The name says nothing of what the lessons are about. */
export interface Tables extends DBSchema {
  outbox: { key: string; value: OutboxEntry; indexes: { owner: string } };
  profiles: { key: string; value: Profile };
  /** What is a reader's own: encrypted where the browser can. Named `owner/name`. */
  vault: { key: string; value: unknown };
  kept: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Tables>;

let opening: Promise<Database | null> | undefined;

/** The first release numbered records by device, kept them whole, and had neither profiles nor a vault. */
async function fromFirstRelease(database: Database, store: { getAll: () => Promise<OutboxEntry[]>; put?: (entry: OutboxEntry) => Promise<unknown> }): Promise<void> {
  if ((database.objectStoreNames as DOMStringList).contains('devices')) (database as unknown as IDBPDatabase).deleteObjectStore('devices');
  for (const entry of await store.getAll()) {
    const { envelope } = entry;
    if (envelope) await store.put?.({ ...entry, seq: envelope.deviceSeq, at: Date.parse(envelope.occurredAt) });
  }
}

async function open(): Promise<Database | null> {
  try {
    return await openDB<Tables>('lessons', 2, {
      async upgrade(database, before, _after, work) {
        if (before < 1) {
          database.createObjectStore('outbox', { keyPath: 'id' }).createIndex('owner', 'owner');
          database.createObjectStore('kept');
        }
        database.createObjectStore('profiles', { keyPath: 'owner' });
        database.createObjectStore('vault');
        if (before !== 1) return;
        await fromFirstRelease(database, work.objectStore('outbox'));
        // What it kept of a reader lay open; a half-done quiz is begun again.
        for (const name of ['draft:', 'progress:']) await work.objectStore('kept').delete(IDBKeyRange.bound(name, `${name}\uffff`));
      },
      // A tab of an older version must not hold this one up, nor this one a newer.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        opening = undefined;
      },
      terminated: () => {
        opening = undefined;
      },
    });
  } catch {
    // Private windows of some browsers, or a full disk.
    return null;
  }
}

/** The phone's database; null where the browser has none, and then things are kept in memory alone. */
export function database(): Promise<Database | null> {
  return (opening ??= open());
}

/** For tests: the next call opens the database anew. */
export function forgetDatabase(): void {
  opening = undefined;
}
