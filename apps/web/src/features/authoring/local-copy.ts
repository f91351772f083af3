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

/** What lies under a tab's name. The base lies beside the copy, since a letter changes none; copies of an earlier release hold it. */
type Kept = Omit<LocalCopy, 'base'> & { base?: Document };

const COPIES = 'copies';
/** Ends the name under which a tab's base lies. */
const BASE = ':base';

let opened: Promise<IDBPDatabase> | undefined;

function database(): Promise<IDBPDatabase> {
  opened ??= openDB('authoring', 1, { upgrade: (db) => void db.createObjectStore(COPIES, { keyPath: ['person', 'id', 'tab'] }) });
  return opened;
}

/** The base that a tab has put by last: only another one is written. */
const written = new Map<string, Document>();

/** Keeps the copy of this tab; one that holds nothing is let go. Where nothing can be stored, the page alone holds it. */
export async function keepCopy({ base, ...copy }: LocalCopy): Promise<void> {
  if (copy.edits.length === 0 && copy.collisions.length === 0) return dropCopies([copy]);
  const { person, id, tab } = copy;
  const isNew = written.get(tab) !== base;
  written.set(tab, base);
  const db = await database().catch(() => null);
  if (!db) return;
  try {
    const both = db.transaction(COPIES, 'readwrite');
    // Another tab of the same author takes up what it finds, and takes it away: then the base goes along once more.
    const isThere = !isNew && (await both.store.getKey([person, id, tab + BASE])) !== undefined;
    await Promise.all([...(isThere ? [] : [both.store.put({ person, id, tab: tab + BASE, base })]), both.store.put(copy), both.done]);
  } catch {
    // Neither of them was put by: the next one brings the base again.
    written.delete(tab);
  }
}

/** Lets copies go. */
export async function dropCopies(copies: readonly Pick<LocalCopy, 'person' | 'id' | 'tab'>[]): Promise<void> {
  for (const { tab } of copies) written.delete(tab);
  const db = await database().catch(() => null);
  for (const { person, id, tab } of copies) await db?.delete(COPIES, IDBKeyRange.bound([person, id, tab], [person, id, tab + BASE])).catch(() => undefined);
}

/** What was left unsent of a document, after a crash or a closed laptop, of every tab. */
export async function findCopies(person: string, id: string): Promise<LocalCopy[]> {
  const db = await database().catch(() => null);
  const found = ((await db?.getAll(COPIES, IDBKeyRange.bound([person, id, ''], [person, id, '\uffff'])).catch(() => undefined)) ?? []) as Kept[];
  const bases = new Map(found.flatMap(({ tab, base }) => (base ? [[tab, base]] : [])));
  return found.flatMap((copy) => {
    const base = copy.base ?? bases.get(copy.tab + BASE);
    return base && !copy.tab.endsWith(BASE) ? [{ ...copy, base }] : [];
  });
}
