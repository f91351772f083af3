import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import type { Mark } from '@seek-justice/domain/assessment/score.ts';
import type { RefusalCode } from '@seek-justice/domain/records/verdict.ts';

/** A record on this phone, and what became of it. */
export interface OutboxEntry {
  id: string;
  /** The person who was signed in when it was made: nobody else may send it. */
  owner: string;
  envelope: Envelope;
  state: 'waiting' | 'delivered' | 'refused';
  /** Why it was refused. */
  code?: RefusalCode | undefined;
  /** Of a quiz: what it was worth when it was handed in, to be shown at once. */
  mark?: Mark | undefined;
}

/** The phone's tables. The name says nothing of what the lessons are about. */
export interface Tables extends DBSchema {
  outbox: { key: string; value: OutboxEntry; indexes: { owner: string } };
  devices: { key: string; value: { owner: string; device: string; nextSeq: number } };
  kept: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Tables>;

let opening: Promise<Database | null> | undefined;

async function open(): Promise<Database | null> {
  try {
    return await openDB<Tables>('lessons', 1, {
      upgrade(database) {
        database.createObjectStore('outbox', { keyPath: 'id' }).createIndex('owner', 'owner');
        database.createObjectStore('devices', { keyPath: 'owner' });
        database.createObjectStore('kept');
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
