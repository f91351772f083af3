import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { waitLeft } from '../../auth/profile/tries.ts';
import { currentSession, type Me } from '../../auth/session.ts';
import { tryUnlock } from '../../auth/unlock.ts';
import { useLateWords } from '../../i18n/late-words.ts';
import { useWords } from '../../i18n/words.ts';
import type { Profile } from '../../local/database.ts';
import { Mark, markOf } from '../../ui/mark.tsx';
import { Field } from '../public/field.tsx';
import { Trouble } from '../public/trouble.tsx';

/** Counts seconds down. */
function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}

/** A reader's digits: right ones open their place on this phone; after a few wrong ones the phone takes its time. */
export function ReaderDigits({ reader, onIn, onForgotten }: { reader: Profile; onIn: (me: Me) => void; onForgotten: () => void }): ReactNode {
  const { t } = useLateWords();
  const main = useWords();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useCountdown();
  const { owner, number } = reader;
  // Staff sign in with a password.
  const byWord = ((reader.me as Partial<Me> | undefined)?.can?.length ?? 0) > 0;
  useEffect(() => {
    void waitLeft(owner).then(setLeft);
  }, [owner, setLeft]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || left > 0 || !typed) return;
    setBusy(true);
    const tried = await tryUnlock(owner, typed);
    setBusy(false);
    setTyped('');
    setWrong(!tried.right);
    const { me } = currentSession();
    if (!tried.right) setLeft(tried.wait);
    else if (me) onIn(me);
  };
  const words = `${t('digits.wrong')}${left > 0 ? ` ${main.t('signIn.wait', { n: left })}` : ''}`;
  return (
    <>
      <h1 tabIndex={-1} className="who">
        <Mark number={number} /> {t('readers.number', { n: number })} · {t(`mark.${markOf(number)}`)}
      </h1>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Trouble fault={wrong || left > 0 ? { words } : null} />
        <Field
          name="digits"
          secret
          label={main.t(byWord ? 'signIn.password' : 'signIn.pin')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          inputMode={byWord ? 'text' : 'numeric'}
          autoComplete="off"
          // The row that was tapped is gone, and this is what it was tapped for.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          required
        />
        <button type="submit" aria-disabled={busy || left > 0}>
          {busy ? main.t('signIn.busy') : t('digits.open')}
        </button>
      </form>
      <p>
        <button type="button" className="plain" onClick={onForgotten}>
          {t('digits.forgotten')}
        </button>
      </p>
      <p className="small note">{main.t('pin.curtain')}</p>
    </>
  );
}
