import { type FormEvent, type ReactNode, useState } from 'react';
import { DraftField } from '../draft-field.tsx';
import { FocusedHeading } from '../focused-heading.tsx';
import { useStaffWords } from '../words.ts';
import type { OfficeContact } from './shapes.ts';
import { isDone, type Outcome, useDeed } from './use-deed.ts';

interface Props extends Outcome {
  one: OfficeContact;
  today: string;
  onDone: () => void;
  onClose: () => void;
}

const MONTHS_UNTIL_NEXT = 6;

/** A day half a year on, as `YYYY-MM-DD`; from the 31st of August it is the last of February. */
export function nextCall(today: string): string {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + MONTHS_UNTIL_NEXT, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate()))).toISOString().slice(0, 10);
}

/** "I have rung this number today", and by when it is rung again. */
export function ConfirmNumber({ one, today, put, again, onDone, onClose }: Props): ReactNode {
  const { t, n } = useStaffWords();
  const [read] = useState(one);
  const [reviewBy, setReviewBy] = useState(nextCall(today));
  const [wrong, setWrong] = useState(false);
  const { busy, trouble, send } = useDeed({ put, again });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setWrong(reviewBy <= today);
    if (reviewBy <= today) return;
    if (isDone(await send(`/${read.contact.id}/confirm`, { version: read.version, reviewBy }))) onDone();
  };
  const title = `rung-${read.contact.id}`;
  return (
    <form className="new-card number-rung" noValidate aria-labelledby={title} onSubmit={(event) => void submit(event)}>
      <FocusedHeading level={2} id={title}>
        {t('number.rungTitle', { number: n(read.contact.number) })}
      </FocusedHeading>
      <p>{t('number.rungText')}</p>
      <DraftField name="reviewBy" label={t('number.rungBy')} error={wrong ? t('number.error.day') : undefined}>
        {(tied) => <input {...tied} type="date" value={reviewBy} min={today} onChange={({ target }) => setReviewBy(target.value)} />}
      </DraftField>
      <p className="trouble-line" role="alert">
        {trouble && t(trouble)}
      </p>
      <div className="do">
        <button type="submit" aria-disabled={busy}>
          {t(busy ? 'number.busy' : 'number.rungYes')}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {t('number.no')}
        </button>
      </div>
    </form>
  );
}
