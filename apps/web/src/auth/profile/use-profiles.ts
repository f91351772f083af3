import { useEffect, useState } from 'react';
import type { Profile } from '../../local/database.ts';
import { profileId } from '../profile-cookie.ts';
import { useSession } from '../session.ts';
import { isLocked, profiles } from './profiles.ts';

/** Who reads on this phone. */
export interface Readers {
  all: Profile[];
  /** Whom the phone was last used by, when their digits are asked for before anything of theirs is shown. */
  locked: Profile | undefined;
  /** Who reads now. */
  now: Profile | undefined;
}

/** The phone's readers; null until the phone has said. */
export function useReaders(): Readers | null {
  const { me } = useSession();
  const [all, setAll] = useState<Profile[] | null>(null);
  useEffect(() => {
    let left = false;
    void profiles()
      .catch(() => [])
      .then((found) => left || setAll(found));
    return () => {
      left = true;
    };
  }, [me]);
  if (!all) return null;
  const named = all.find(({ owner }) => owner === profileId());
  return { all, locked: !me && isLocked(named) ? named : undefined, now: me ? named : undefined };
}
