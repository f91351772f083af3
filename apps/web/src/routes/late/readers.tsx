import '../../ui/readers.css';
import { type ReactNode, useState } from 'react';
import type { Me } from '../../auth/session.ts';
import { useLateWords } from '../../i18n/late-words.ts';
import type { Profile } from '../../local/database.ts';
import { Mark, markOf } from '../../ui/mark.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ReaderDigits } from './reader-digits.tsx';
import { ReaderForgotten } from './reader-forgotten.tsx';

interface Props {
  /** The phone's readers who have digits. */
  readers: Profile[];
  /** Whom the phone was last used by. */
  first: Profile | undefined;
  onCard: () => void;
  onIn: (me: Me) => void;
}

/** Who reads on this phone, by number and drawing: a tap, six digits, and their place is open, also without a network. */
export default function Readers({ readers, first, onCard, onIn }: Props): ReactNode {
  const { t } = useLateWords();
  const [chosen, setChosen] = useState<Profile | null>(first ?? (readers.length === 1 ? (readers[0] ?? null) : null));
  const [forgotten, setForgotten] = useState(false);
  const [gone, setGone] = useState<string[]>([]);
  const left = readers.filter(({ owner }) => !gone.includes(owner));
  const back = (): void => {
    setChosen(null);
    setForgotten(false);
  };
  const removed = (owner: string): void => {
    if (left.length < 2) return onCard();
    setGone([...gone, owner]);
    back();
  };
  if (chosen && forgotten) return <ReaderForgotten reader={chosen} onCard={onCard} onBack={() => setForgotten(false)} onRemoved={() => removed(chosen.owner)} />;
  return (
    <>
      {chosen ? (
        <ReaderDigits key={chosen.owner} reader={chosen} onIn={onIn} onForgotten={() => setForgotten(true)} />
      ) : (
        <>
          <h1 tabIndex={-1}>{t('readers.title')}</h1>
          <ul className="readers">
            {left.map((reader) => (
              <li key={reader.owner}>
                <button type="button" className="quiet" onClick={() => setChosen(reader)}>
                  <Mark number={reader.number} />
                  <b>{t('readers.number', { n: reader.number })}</b>
                  <span>{t(`mark.${markOf(reader.number)}`)}</span>
                  <Icon name="next" />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {chosen && left.length > 1 && (
        <p>
          <button type="button" className="plain" onClick={back}>
            {t('readers.others')}
          </button>
        </p>
      )}
      <p>
        <button type="button" className="plain" onClick={onCard}>
          {t('readers.card')}
        </button>
      </p>
    </>
  );
}
