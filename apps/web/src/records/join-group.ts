import { canonical } from '@seek-justice/domain/kernel/canonical.ts';
import { newId } from '@seek-justice/domain/kernel/ids.ts';
import type { SealingKey } from '@seek-justice/domain/records/sealed.ts';
import { changeProfile, enterProfile } from '../auth/profile/profiles.ts';
import { keepOwn, ownKept } from '../auth/profile/vault.ts';
import type { Profile } from '../local/database.ts';
import { atomically } from '../local/tables.ts';
import { isJoin, JOIN_SEQ, JOIN_WORDS } from './join.ts';
import { seal } from './seal.ts';

/** What somebody who joins says of themself; the group says the rest. */
export interface JoinWords {
  /** Eight digits. */
  code: string;
  adult: true;
  name: string;
  church?: string;
  commune?: string;
  gender: 'woman' | 'man' | 'not-said';
  ageBand: '18-29' | '30-44' | '45-59' | '60+' | 'not-said';
}

/** Puts a join item in the place of one that was refused. */
async function putItem({ owner, opened }: Profile, words: JoinWords, to: SealingKey | undefined): Promise<boolean> {
  const id = newId();
  const text = canonical({ id, join: { ...words }, opened: opened ?? '' });
  const sealed = opened ? await seal(id, text, to) : null;
  if (!sealed) return false;
  await atomically(['outbox'], async (does) => {
    for (const before of await does.all('outbox')) if (before.owner === owner && isJoin(before)) does.remove('outbox', before.id);
    does.put('outbox', id, { id, owner, seq: JOIN_SEQ, at: Date.now(), sealed, state: 'waiting' });
  });
  await keepOwn(owner, JOIN_WORDS, words);
  return true;
}

/**
 * Makes a reader who joins a group by its code, also without a network: with an id of their own, behind six digits.
 * @returns the person's id; null where the browser can neither sign nor seal.
 * @throws when the phone is full.
 */
export async function joinGroup(words: JoinWords, pin: string, to: SealingKey | undefined): Promise<string | null> {
  const id = newId();
  const profile = await enterProfile(id, pin);
  if (!(await putItem(profile, words, to))) {
    await atomically(['profiles'], async (does) => does.remove('profiles', id));
    return null;
  }
  await changeProfile(id, { me: { person: { id, name: '' }, roles: ['pastor'], scope: { provinces: [] }, language: '', can: [] }, session: false });
  return id;
}

/** The same reader with a corrected code, after the first one was refused. @returns whether their words were still to be had. */
export async function correctCode(profile: Profile, code: string, to: SealingKey | undefined): Promise<boolean> {
  const words = await ownKept<JoinWords>(profile.owner, JOIN_WORDS);
  return words !== undefined && putItem(profile, { ...words, code }, to);
}
