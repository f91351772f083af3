import { type IDBPDatabase, openDB } from 'idb';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';

/** An edit that met another person's, or that the document cannot take: what the author wrote is kept until they have chosen. */
export interface Collision {
  edit: Edit;
  /** What stands there. Absent: the place itself is gone. */
  theirs?: Json;
  /** The document cannot hold it, whoever wrote what. */
  refused?: true;
}

/** What an author wrote in one tab that the server does not have yet, or that waits for a choice. */
export interface LocalCopy {
  id: string;
  /** Whose it is: on a shared computer nobody sends what somebody else wrote. */
  person: string;
  /** Two tabs do not write over each other's. */
  tab: string;
  base: Document;
  version: number;
  edits: Edit[];
  collisions: Collision[];
}

let opened: Promise<IDBPDatabase> | undefined;

function database(): Promise<IDBPDatabase> {
  opened ??= openDB('authoring', 1, { upgrade: (db) => void db.createObjectStore('copies', { keyPath: ['person', 'id', 'tab'] }) });
  return opened;
}

/** Keeps the copy of this tab; one that holds nothing is let go. Where nothing can be stored, the page alone holds it. */
export async function keepCopy(copy: LocalCopy): Promise<void> {
  const db = await database().catch(() => null);
  if (copy.edits.length > 0 || copy.collisions.length > 0) await db?.put('copies', copy).catch(() => undefined);
  else await dropCopies([copy]);
}

/** Lets copies go. */
export async function dropCopies(copies: readonly Pick<LocalCopy, 'person' | 'id' | 'tab'>[]): Promise<void> {
  const db = await database().catch(() => null);
  for (const { person, id, tab } of copies) await db?.delete('copies', [person, id, tab]).catch(() => undefined);
}

/** What was left unsent of a document, after a crash or a closed laptop, of every tab. */
export async function findCopies(person: string, id: string): Promise<LocalCopy[]> {
  const db = await database().catch(() => null);
  const found = await db?.getAll('copies', IDBKeyRange.bound([person, id, ''], [person, id, '\uffff'])).catch(() => undefined);
  return (found ?? []) as LocalCopy[];
}
