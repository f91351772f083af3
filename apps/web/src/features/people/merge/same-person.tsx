import { type ReactNode, useEffect, useRef, useState } from 'react';
import { FocusedHeading } from '../focused-heading.tsx';
import { OfficeIcon } from '../office-icon.tsx';
import type { Row } from '../shapes.ts';
import { type StaffKey, useStaffWords } from '../words.ts';
import { AlsoKnown } from './also-known.tsx';
import { hideLine, useHiddenLines } from './merged-now.ts';
import { saySame, useSaid } from './say-same.ts';
import { SideBySide } from './side-by-side.tsx';
import { type Candidate, useSame } from './use-same.ts';

/** So many are offered; more would be a list to read, not a question. */
const OFFERED = 3;

interface Props {
  person: Row;
  /** Called when what counts for the person has changed. */
  onChanged: () => void;
}

/** The question whether somebody is the same, with both beside each other. */
function Compare({ person, other, onYes, onNo }: { person: Row; other: Row; onYes: () => void; onNo: () => void }): ReactNode {
  const { t } = useStaffWords();
  const id = `same-${person.id}`;
  return (
    <div role="group" aria-labelledby={id}>
      <FocusedHeading level={2} id={id}>
        {t('same.question', { one: person.name, other: other.name })}
      </FocusedHeading>
      <SideBySide one={person} other={other} />
      <p>{t('same.means')}</p>
      <div className="do">
        <button type="button" onClick={onYes}>
          {t('same.yes')}
        </button>
        <button type="button" className="quiet" onClick={onNo}>
          {t('same.no')}
        </button>
      </div>
    </div>
  );
}

function Offer({ candidate, onCompare }: { candidate: Candidate; onCompare: () => void }): ReactNode {
  const { t } = useStaffWords();
  const { person, by } = candidate;
  return (
    <li>
      <span>
        <b>{person.name}</b>
        {person.church && ` · ${person.church}`}
        {person.commune && <span className="faint"> · {person.commune}</span>}
        <small>{by.map((reason) => t(`same.by.${reason}`)).join(' · ')}</small>
      </span>
      <button type="button" className="quiet" onClick={onCompare}>
        {t('same.compare')}
        <span className="sr"> {person.name}</span>
      </button>
    </li>
  );
}

/** Whether somebody is known twice: who else it may be, saying so, and taking it back at once or later. */
export function SamePerson({ person, onChanged }: Props): ReactNode {
  const { t } = useStaffWords();
  const { same, failed, again } = useSame(person.id);
  const [other, setOther] = useState<Row | null>(null);
  const [said, setSaid] = useState<readonly string[]>([]);
  const [trouble, setTrouble] = useState<StaffKey | null>(null);
  const became = useSaid(said);
  const hidden = useHiddenLines();
  const part = useRef<HTMLElement>(null);
  /** Whose line was taken out of the list, until the server has agreed. */
  const gone = useRef<string | null>(null);
  useEffect(() => {
    if (said.length === 0 || became === 'waiting') return;
    if (became === 'delivered') onChanged();
    else if (gone.current) hideLine(gone.current, false);
    again();
    // Asked anew once each time that something has been answered.
  }, [became, said, again, onChanged]);
  const yes = async (): Promise<void> => {
    if (!other) return;
    const entry = await saySame(person, other);
    if (!entry) return setTrouble('failed.signInText');
    setTrouble(null);
    hideLine(other.id, true);
    gone.current = other.id;
    setSaid([entry.id]);
    close();
  };
  const close = (): void => {
    setOther(null);
    requestAnimationFrame(() => part.current?.focus());
  };
  const words: StaffKey | null = trouble ?? (said.length === 0 ? null : became === 'waiting' ? 'same.waits' : became === 'refused' ? 'same.refused' : 'same.done');
  if (failed && !same) return <p className="same faint">{t('same.failed')}</p>;
  // Whoever was said to be the same a moment ago is asked about no more.
  const offered = same?.candidates.filter((one) => !hidden.has(one.person.id)).slice(0, OFFERED) ?? [];
  if (!same || (offered.length === 0 && same.merged.length === 0 && words === null)) return null;
  return (
    <section className="same" ref={part} tabIndex={-1} aria-label={t('same.title')}>
      <AlsoKnown person={person} pairs={same.merged} onSaid={setSaid} />
      <p className="same-said" role="status">
        {words && t(words)}
      </p>
      {other ? (
        <Compare person={person} other={other} onYes={() => void yes()} onNo={close} />
      ) : (
        offered.length > 0 && (
          <>
            <h2>
              <OfficeIcon name="people" /> {t('same.title')}
            </h2>
            <ul className="same-list">
              {offered.map((candidate) => (
                <Offer key={candidate.person.id} candidate={candidate} onCompare={() => setOther(candidate.person)} />
              ))}
            </ul>
          </>
        )
      )}
    </section>
  );
}
