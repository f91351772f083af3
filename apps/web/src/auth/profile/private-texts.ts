import { setPrivateLeaves } from '../../local/private-leaves.ts';
import { currentSession, onSession } from '../session.ts';
import { keepOwn, ownKept } from './vault.ts';

/** Texts that not everybody may read lie in their reader's vault, as long as one reads. */
export function keepPrivateTexts(): void {
  let owner: string | undefined;
  onSession(() => {
    const id = currentSession().me?.person.id;
    if (id === owner) return;
    owner = id;
    setPrivateLeaves(id === undefined ? null : { get: (name) => ownKept(id, `text/${name}`), put: (name, value) => keepOwn(id, `text/${name}`, value) });
  });
}
