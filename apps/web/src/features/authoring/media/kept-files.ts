import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What a file is for; the server judges it by that. */
export type Use = 'image' | 'audio' | 'video' | 'narration';

/** A file that an author has chosen or recorded, and that the server does not have yet. */
export interface KeptFile {
  /** Whose it is: on a shared computer nobody sends what somebody else chose. */
  person: string;
  /** The document that it is for. */
  of: string;
  /** Where in it: the path of a field, or the language and key of a part that was read aloud. */
  at: string;
  use: Use;
  file: Blob;
  /** Where the server takes it, once it has begun to. */
  url?: string | undefined;
  /** When it was kept, milliseconds. */
  since: number;
  /** Of something read aloud: the part, the text that was on screen, and its SHA-256. */
  read?: { lang: string; key: string; text: string; source: string; ms: number };
}

interface Tables extends DBSchema {
  files: { key: [string, string, string]; value: KeptFile };
}

/** What nobody came back for: its block was taken away, or its document. */
const FORGOTTEN_MS = 60 * 24 * 60 * 60 * 1000;

let opened: Promise<IDBPDatabase<Tables>> | undefined;

async function database(): Promise<IDBPDatabase<Tables>> {
  opened ??= openDB<Tables>('authoring-files', 1, { upgrade: (db) => void db.createObjectStore('files', { keyPath: ['person', 'of', 'at'] }) });
  return opened;
}

/** Keeps a file on this computer until the server has it. @returns whether it could: a full disk keeps nothing, and then the page alone holds it. */
export async function keepFile(file: KeptFile): Promise<boolean> {
  try {
    await (await database()).put('files', file);
    return true;
  } catch {
    return false;
  }
}

/** Lets a file go. */
export async function dropFile({ person, of, at }: Pick<KeptFile, 'person' | 'of' | 'at'>): Promise<void> {
  const db = await database().catch(() => null);
  await db?.delete('files', [person, of, at]).catch(() => undefined);
}

/** The files of a document that the server does not have yet, the oldest first. */
export async function keptFiles(person: string, of: string, now = Date.now()): Promise<KeptFile[]> {
  const db = await database().catch(() => null);
  const found = (await db?.getAll('files', IDBKeyRange.bound([person, of, ''], [person, of, '\uffff'])).catch(() => undefined)) ?? [];
  const [fresh, old] = [found.filter(({ since }) => now - since < FORGOTTEN_MS), found.filter(({ since }) => now - since >= FORGOTTEN_MS)];
  for (const file of old) await dropFile(file);
  return fresh.sort((a, b) => a.since - b.since);
}
