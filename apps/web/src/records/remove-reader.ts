import { forgetTries } from '../auth/profile/tries.ts';
import { atomically } from '../local/tables.ts';
import { ownKeys } from '../auth/profile/vault.ts';
import { allEntries } from './outbox.ts';

/** How much of a reader has not been sent yet. */
export async function unsentOf(owner: string): Promise<number> {
  return (await allEntries()).filter((entry) => entry.owner === owner && entry.state === 'waiting').length;
}

/** Takes a reader off this phone, with all that is theirs on it. @returns false, and nothing is gone, when something waits to be sent. */
export async function removeReader(owner: string): Promise<boolean> {
  const keys = await ownKeys(owner);
  const removed = await atomically(['outbox', 'profiles', 'vault'], async (does) => {
    const own = (await does.all('outbox')).filter((entry) => entry.owner === owner);
    if (own.some(({ state }) => state === 'waiting')) return false;
    for (const { id } of own) does.remove('outbox', id);
    for (const key of keys) does.remove('vault', key);
    does.remove('profiles', owner);
    return true;
  });
  if (removed) await forgetTries(owner);
  return removed;
}
