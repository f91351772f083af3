import { type IDBPDatabase, openDB } from 'idb';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';

/** What an author wrote that the server does not have yet. */
export interface LocalCopy {
  id: string;
  /** Whose it is: on a shared computer nobody sends what somebody else wrote. */
  person: string;
  base: Document;
  version: number;
  edits: Edit[];
}

let opened: Promise<IDBPDatabase> | undefined;

function database(): Promise<IDBPDatabase> {
  opened ??= openDB('authoring', 1, { upgrade: (db) => void db.createObjectStore('copies', { keyPath: ['person', 'id'] }) });
  return opened;
}

/** Keeps the copy; one without edits is let go. Where nothing can be stored, the page alone holds it. */
export async function keepCopy(copy: LocalCopy): Promise<void> {
  const db = await database().catch(() => null);
  if (copy.edits.length > 0) await db?.put('copies', copy).catch(() => undefined);
  else await db?.delete('copies', [copy.person, copy.id]).catch(() => undefined);
}

/** What was left unsent of a document, after a crash or a closed laptop. */
export async function findCopy(person: string, id: string): Promise<LocalCopy | null> {
  const db = await database().catch(() => null);
  return ((await db?.get('copies', [person, id]).catch(() => undefined)) as LocalCopy | undefined) ?? null;
}
