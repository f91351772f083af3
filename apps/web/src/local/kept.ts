import { database } from './database.ts';

const memory = new Map<string, unknown>();

/** Keeps a value on the phone under a name; in memory where the browser keeps nothing. */
export async function keep(name: string, value: unknown): Promise<void> {
  const db = await database();
  if (!db) return void memory.set(name, value);
  try {
    // On the disk before it counts as written: a battery that dies takes the system's own memory with it.
    const write = db.transaction('kept', 'readwrite', { durability: 'strict' });
    void write.store.put(value, name).catch(() => undefined);
    // Committed by word: a page that is left before the write was confirmed would otherwise take it back.
    write.commit();
    await write.done;
  } catch {
    memory.set(name, value);
  }
}

/** What was kept under a name. */
export async function kept<T>(name: string): Promise<T | undefined> {
  const db = await database();
  const value = db ? await db.get('kept', name).catch(() => undefined) : undefined;
  return (value ?? memory.get(name)) as T | undefined;
}

/** Drops what was kept under a name. */
export async function drop(name: string): Promise<void> {
  memory.delete(name);
  await (await database())?.delete('kept', name).catch(() => undefined);
}
