import { changeProfile } from '../auth/profile/profiles.ts';
import { dropOwn } from '../auth/profile/vault.ts';
import { call } from '../local/api.ts';
import type { OutboxEntry } from '../local/database.ts';
import { changeEntries } from './outbox.ts';

/** Before the profile's own records, which begin at 0. */
export const JOIN_SEQ = -1;
/** Where the reader's own words lie until the joining is completed: its code may have to be corrected. */
export const JOIN_WORDS = 'join';

/** Whether an entry is no record but somebody's joining. */
export function isJoin({ seq }: Pick<OutboxEntry, 'seq'>): boolean {
  return seq === JOIN_SEQ;
}

/** What a failed join means for its entry; null when another try may go better. */
function refusalOf(code: string | undefined, retryAfter: number | undefined): OutboxEntry['code'] | null {
  if (code === 'join_closed' || (code === 'join_unknown' && retryAfter === undefined)) return code;
  if (code === 'profile_taken') return 'id_taken';
  return code === 'bad_request' ? 'malformed' : null;
}

/**
 * Completes a joining at the first contact; the same item again gives the same person.
 * @returns the device's token; null when it has to wait, for another contact or for a corrected code.
 */
export async function completeJoin(owner: string, entry: OutboxEntry): Promise<string | null> {
  if (entry.state === 'refused') return null;
  const answer = await call<{ person: string; token: string }>('POST', '/api/join', { item: entry.sealed });
  if (answer.ok) {
    const { token } = answer.body ?? {};
    if (typeof token !== 'string') return null;
    await changeProfile(owner, { token }).catch(() => undefined);
    await changeEntries([entry.id], { state: 'delivered' });
    await dropOwn(owner, JOIN_WORDS);
    return token;
  }
  const code = refusalOf(answer.problem?.code, answer.problem?.retryAfter);
  if (code) await changeEntries([entry.id], { state: 'refused', code });
  return null;
}
