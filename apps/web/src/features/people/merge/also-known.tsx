import type { ReactNode } from 'react';
import type { Row } from '../shapes.ts';
import { useStaffWords } from '../words.ts';
import { hideLine } from './merged-now.ts';
import { sayDifferent } from './say-same.ts';
import type { Pair } from './use-same.ts';

interface Props {
  person: Row;
  pairs: readonly Pair[];
  /** Told the ids of what was written down. */
  onSaid: (ids: string[]) => void;
}

/** As whom else somebody is known, and the way to take each of it back. */
export function AlsoKnown({ person, pairs, onSaid }: Props): ReactNode {
  const { t } = useStaffWords();
  const apart = async ({ one, other, records }: Pair): Promise<void> => {
    const entries = await Promise.all(records.map(sayDifferent));
    for (const { id } of [one, other]) hideLine(id, false);
    onSaid(entries.flatMap((entry) => (entry ? [entry.id] : [])));
  };
  if (pairs.length === 0) return null;
  return (
    <ul className="same-list">
      {pairs.map((pair) => {
        const [near, far] = pair.other.id === person.id ? [pair.other, pair.one] : [pair.one, pair.other];
        const words = [far.church, far.commune].filter(Boolean).join(' · ');
        return (
          <li key={`${near.id} ${far.id}`}>
            <span>
              {near.id === person.id ? t(far.origin === 'joined' ? 'same.alsoJoined' : 'same.alsoCard', { name: far.name }) : t('same.pair', { one: near.name, other: far.name })}
              {words && <span className="faint"> · {words}</span>}
            </span>
            <button type="button" className="quiet" onClick={() => void apart(pair)}>
              {t('same.two')}
              <span className="sr"> {far.name}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
