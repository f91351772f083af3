import { takeOver } from '../../../records/outbox.ts';
import { refreshStatus } from '../../../records/status.ts';
import { syncSoon } from '../../../records/sync-loop.ts';
import { type Found, readFile } from './carry-file.ts';

/** What became of something that was handed over. */
export interface Taken {
  fresh: number;
  /** This phone had them already. */
  known: number;
  unreadable: number;
  /** Files that are something else. */
  other: number;
  /** The phone is full: nothing was taken. */
  full: boolean;
}

/** Larger files are none of ours: this is more than ten thousand answers. */
const LARGEST = 32 * 1024 * 1024;

/** Takes records of another phone over; they are sent as theirs as soon as there is a network. */
export async function take(found: readonly (Found | null)[]): Promise<Taken> {
  const all = new Map(found.flatMap((one) => one?.carried ?? []).map((one) => [one.id, one]));
  const count = { unreadable: found.reduce((sum, one) => sum + (one?.unreadable ?? 0), 0), other: found.filter((one) => one === null).length };
  try {
    const fresh = await takeOver([...all.values()]);
    await refreshStatus();
    syncSoon();
    return { ...count, fresh, known: all.size - fresh, full: false };
  } catch {
    return { ...count, fresh: 0, known: 0, full: true };
  }
}

/** The same for files. */
export async function takeFiles(files: readonly File[]): Promise<Taken> {
  return take(await Promise.all(files.map(async (file) => (file.size > LARGEST ? null : readFile(await file.text())))));
}
