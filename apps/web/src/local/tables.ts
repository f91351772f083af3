import { database, type Tables } from './database.ts';

type Name = 'outbox' | 'profiles' | 'vault' | 'kept';
type Value<N extends Name> = Tables[N]['value'];

/** Reads and writes that take effect together or not at all. */
export interface Work {
  get: <N extends Name>(table: N, key: string) => Promise<Value<N> | undefined>;
  all: <N extends Name>(table: N) => Promise<Value<N>[]>;
  put: <N extends Name>(table: N, key: string, value: Value<N>) => void;
  remove: (table: Name, key: string) => void;
}

const memory = { outbox: new Map<string, unknown>(), profiles: new Map<string, unknown>(), vault: new Map<string, unknown>(), kept: new Map<string, unknown>() };

const inMemory: Work = {
  get: async (table, key) => memory[table].get(key) as never,
  all: async (table) => [...memory[table].values()] as never,
  put: (table, key, value) => void memory[table].set(key, value),
  remove: (table, key) => void memory[table].delete(key),
};

let turn: Promise<unknown> = Promise.resolve();

/** In memory nothing else keeps steps apart that are taken at once. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine;
}

/** Takes back what a step has written so far. */
function undo(step: { abort: () => void }): void {
  try {
    step.abort();
  } catch {
    // It has ended by itself.
  }
}

/**
 * Does some work on the phone's tables in one step. `work` waits for nothing but these tables: a step ends when it does.
 * Where the browser keeps nothing the tables last as long as the page.
 * @throws when it could not be written (a full disk): then nothing of it was.
 */
export async function atomically<T>(tables: Name[], work: (does: Work) => Promise<T>): Promise<T> {
  const db = await database();
  if (!db) return inTurn(() => work(inMemory));
  // On the disk before it counts as written: a battery that dies takes the system's own memory with it.
  const step = db.transaction(tables, 'readwrite', { durability: 'strict' });
  const writes: Promise<unknown>[] = [step.done];
  // A failure is told once, at the end.
  const write = (promise: Promise<unknown>): void => {
    promise.catch(() => undefined);
    writes.push(promise);
  };
  step.done.catch(() => undefined);
  try {
    const result = await work({
      get: (table, key) => step.objectStore(table).get(key) as never,
      all: (table) => step.objectStore(table).getAll() as never,
      put: (table, key, value) => {
        const store = step.objectStore(table);
        write(store.keyPath === null ? store.put(value as never, key) : store.put(value as never));
      },
      remove: (table, key) => write(step.objectStore(table).delete(key)),
    });
    // By word: a page that is left before the end was confirmed would otherwise take it back.
    step.commit();
    await Promise.all(writes);
    return result;
  } catch (error) {
    undo(step);
    throw error;
  }
}

/** One value of a table. */
export async function read<N extends Name>(table: N, key: string): Promise<Value<N> | undefined> {
  const db = await database();
  return db ? (db.get(table, key) as Promise<Value<N> | undefined>) : inMemory.get(table, key);
}

/** All values of a table. */
export async function readAll<N extends Name>(table: N): Promise<Value<N>[]> {
  const db = await database();
  return db ? (db.getAll(table) as Promise<Value<N>[]>) : inMemory.all(table);
}

/** The keys of a table. */
export async function readKeys(table: Name): Promise<string[]> {
  const db = await database();
  return db ? (db.getAllKeys(table) as Promise<string[]>) : [...memory[table].keys()];
}

/** Whether anything outlives the page. */
export async function isDurable(): Promise<boolean> {
  return (await database()) !== null;
}

/** For tests: forgets what was in memory. */
export function forgetMemory(): void {
  for (const table of Object.values(memory)) table.clear();
}
