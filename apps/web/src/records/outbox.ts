import { newId } from '@seek-justice/domain/kernel/ids.ts';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { type Database, type OutboxEntry, database } from '../local/database.ts';

/** What happened, before the phone gives it an id, a device and a number. */
export type Fact = Pick<Envelope, 'subject' | 'actor' | 'type' | 'v' | 'occurredAt' | 'body'> & { mark?: OutboxEntry['mark'] };

/** The records of this phone. One per browser; entries are never dropped because somebody signs out. */
export interface Outbox {
  /** Whether it outlives the page. */
  durable: boolean;
  /** Numbers a fact and stores it in one step, so that no number is used twice or left out. */
  add: (fact: Fact) => Promise<OutboxEntry>;
  all: () => Promise<OutboxEntry[]>;
  change: (id: string, change: Pick<OutboxEntry, 'state'> & Partial<OutboxEntry>) => Promise<void>;
}

function entry({ mark, ...fact }: Fact, device: string, deviceSeq: number): OutboxEntry {
  const envelope: Envelope = { id: newId(), ...fact, device, deviceSeq, after: null };
  return { id: envelope.id, owner: fact.subject, envelope, state: 'waiting', mark };
}

function inDatabase(db: Database): Outbox {
  return {
    durable: true,
    async add(fact) {
      const work = db.transaction(['outbox', 'devices'], 'readwrite');
      const devices = work.objectStore('devices');
      const device = (await devices.get(fact.subject)) ?? { owner: fact.subject, device: newId(), nextSeq: 0 };
      const made = entry(fact, device.device, device.nextSeq);
      await Promise.all([
        devices.put({ ...device, nextSeq: device.nextSeq + 1 }),
        work.objectStore('outbox').add(made),
        work.done,
      ]);
      return made;
    },
    all: () => db.getAll('outbox'),
    async change(id, change) {
      const work = db.transaction('outbox', 'readwrite');
      const found = await work.store.get(id);
      if (found) await work.store.put({ ...found, ...change });
      await work.done;
    },
  };
}

/** An outbox that is gone with the page: for browsers that keep nothing. */
export function inMemory(): Outbox {
  const entries = new Map<string, OutboxEntry>();
  const devices = new Map<string, { device: string; nextSeq: number }>();
  return {
    durable: false,
    async add(fact) {
      const device = devices.get(fact.subject) ?? { device: newId(), nextSeq: 0 };
      devices.set(fact.subject, { ...device, nextSeq: device.nextSeq + 1 });
      const made = entry(fact, device.device, device.nextSeq);
      entries.set(made.id, made);
      return made;
    },
    all: async () => [...entries.values()],
    async change(id, change) {
      const found = entries.get(id);
      if (found) entries.set(id, { ...found, ...change });
    },
  };
}

let opened: Promise<Outbox> | undefined;

/** The phone's outbox. */
export function outbox(): Promise<Outbox> {
  return (opened ??= database().then((db) => (db ? inDatabase(db) : inMemory())));
}

/** For tests: the next call opens it anew. */
export function forgetOutbox(): void {
  opened = undefined;
}
