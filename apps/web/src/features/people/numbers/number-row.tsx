import { type ReactNode, useState } from 'react';
import { dayWords } from '../day-words.ts';
import { OfficeIcon } from '../office-icon.tsx';
import { inLanguage } from '../site-data.tsx';
import { type StaffKey, useStaffWords } from '../words.ts';
import { NumberPanel } from './number-panel.tsx';
import type { OfficeContact } from './shapes.ts';
import type { Outcome } from './use-deed.ts';

interface Props extends Outcome {
  one: OfficeContact;
  today: string;
  mayWrite: boolean;
  /** Just added: opened, with what was done in sight. */
  fresh: boolean;
}

const MARKS = { confirmed: 'active', unconfirmed: 'new', overdue: 'new', retired: 'none' } as const;

/** How sure a number is, in words and by a mark that is not its colour alone. */
function State({ one: { state, contact }, today }: Pick<Props, 'one' | 'today'>): ReactNode {
  const { t, lang } = useStaffWords();
  const day = state === 'overdue' ? contact.reviewBy : contact.verifiedOn;
  return (
    <span className={`account-mark ${MARKS[state]}`}>
      {state !== 'retired' && <i aria-hidden="true" />}
      <span>{t(`number.state.${state}`, { day: day ? dayWords(lang, day, today) : '' })}</span>
    </span>
  );
}

/** One number to call: a line that opens in place. */
export function NumberRow({ one, today, mayWrite, fresh, put, again }: Props): ReactNode {
  const { t, n, lang } = useStaffWords();
  const [open, setOpen] = useState(fresh);
  const { contact, state } = one;
  const panel = `number-${contact.id}`;
  const news: StaffKey | null = fresh ? 'number.addedNow' : null;
  return (
    <li className={open ? 'number-item opened' : state === 'retired' ? 'number-item retired' : 'number-item'}>
      <div className="number-line">
        <button type="button" className="row-open" aria-expanded={open} aria-controls={open ? panel : undefined} onClick={() => setOpen(!open)}>
          <OfficeIcon name="open" />
          <b>{n(contact.number)}</b>
        </button>
        <span className="number-name">{inLanguage(contact.name, lang)}</span>
        <span className="number-kind">{t(`number.kind.${contact.kind}`)}</span>
        <State one={one} today={today} />
      </div>
      {open && (
        <div className="panel" id={panel}>
          <NumberPanel one={one} today={today} mayWrite={mayWrite} news={news} put={put} again={again} />
        </div>
      )}
    </li>
  );
}
