import { atomically, read, readKeys } from '../../local/tables.ts';
import { close, reveal, subtle } from './lock.ts';
import { profileOf } from './profiles.ts';

/** Where a reader's own value lies. */
export function vaultName(owner: string, name: string): string {
  return `${owner}/${name}`;
}

/** A value as it lies in the vault: a visitor's, who has no profile, as it is; undefined while the vault is closed. */
export async function closed(owner: string, value: unknown): Promise<unknown> {
  const profile = subtle() ? await profileOf(owner) : undefined;
  if (!profile) return value;
  return profile.vaultKey ? close(profile.vaultKey, value) : undefined;
}

let queue: Promise<unknown> = Promise.resolve();

/** One after the other: closing a value takes a moment, and what is dropped meanwhile must not come back. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = queue.then(work);
  queue = mine.catch(() => undefined);
  return mine;
}

/** Keeps what is a reader's own. While their profile is closed nothing is kept. */
export async function keepOwn(owner: string, name: string, value: unknown): Promise<void> {
  // The next one waits until this is handed to the disk, not until the disk is done: a page may be left between two answers.
  const { done } = await inTurn(async () => {
    const shut = await closed(owner, value);
    if (shut === undefined) return { done: Promise.resolve() };
    return { done: atomically(['vault'], async (does) => does.put('vault', vaultName(owner, name), shut)).catch(() => undefined) };
  });
  await done;
}

/** What is a reader's own; undefined while their profile is closed, or when it was closed with another secret. */
export async function ownKept<T>(owner: string, name: string): Promise<T | undefined> {
  const value = await read('vault', vaultName(owner, name)).catch(() => undefined);
  const profile = value !== undefined && subtle() ? await profileOf(owner) : undefined;
  if (!profile) return value as T | undefined;
  return profile.vaultKey ? ((await reveal(profile.vaultKey, value)) as T | undefined) : undefined;
}

export function dropOwn(owner: string, name: string): Promise<void> {
  return inTurn(() => atomically(['vault'], async (does) => does.remove('vault', vaultName(owner, name))).catch(() => undefined));
}

/** The names under which a reader's own values lie. */
export async function ownKeys(owner: string): Promise<string[]> {
  return (await readKeys('vault')).filter((key) => key.startsWith(vaultName(owner, '')));
}
