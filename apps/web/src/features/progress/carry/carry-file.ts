import { LIMITS } from '@seek-justice/domain/records/envelope.ts';
import { parseSealed } from '@seek-justice/domain/records/sealed.ts';
import type { OutboxEntry } from '../../../local/database.ts';

/** A record as it is carried: its id, and what only the installation can read. */
export interface Carried {
  id: string;
  sealed: string;
}

/** What was found in something that was handed over. */
export interface Found {
  carried: Carried[];
  /** Pieces that are no record of ours. */
  unreadable: number;
}

/** What a camera of a cheap phone still reads from another's screen. */
const CODE_LENGTH = 2048;

/** What waits on this phone in a form in which it can be carried, of all readers and of other phones; each one's oldest first. */
export function carriable(entries: readonly OutboxEntry[]): Carried[] {
  return entries
    .filter((entry) => entry.state === 'waiting')
    .sort((a, b) => a.seq - b.seq || a.at - b.at)
    .flatMap(({ id, sealed }) => (sealed ? [{ id, sealed }] : []));
}

/** The file in which records are carried. */
export function packFile(carried: readonly Carried[], made: Date): string {
  return `${JSON.stringify({ lessons: 1, made: made.toISOString(), sealed: carried.map(({ sealed }) => sealed) })}\n`;
}

/** What the file is called: nothing of what it is about. */
export function fileName(made: Date): string {
  return `lessons-${made.toISOString().slice(0, 10)}.txt`;
}

function found(pieces: readonly unknown[]): Found {
  const byId = new Map<string, Carried>();
  let unreadable = 0;
  for (const piece of pieces) {
    const sealed = typeof piece === 'string' && piece.length <= LIMITS.sealedLength ? parseSealed(piece) : null;
    if (sealed) byId.set(sealed.rid, { id: sealed.rid, sealed: piece as string });
    else unreadable += 1;
  }
  return { carried: [...byId.values()], unreadable };
}

/** Reads such a file; null for any other. */
export function readFile(text: string): Found | null {
  try {
    const file = JSON.parse(text) as { lessons?: unknown; sealed?: unknown } | null;
    return file?.lessons === 1 && Array.isArray(file.sealed) ? found(file.sealed) : null;
  } catch {
    return null;
  }
}

/** The address of the page that takes a record over, for a code on the screen; null when it is too long for one. */
export function codeAddress(origin: string, { sealed }: Carried): string | null {
  const address = `${origin}/carry#${sealed}`;
  return address.length <= CODE_LENGTH ? address : null;
}

/** What such an address holds behind the `#`; null for nothing. */
export function readFragment(hash: string): Found | null {
  return hash.length > 1 ? found([hash.slice(1)]) : null;
}
