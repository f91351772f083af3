import { type FormEvent, type ReactNode, useState } from 'react';
import { sixDigits } from '../../auth/code.ts';
import { type SignInAnswer, setPin } from '../../auth/sign-in.ts';
import { useWords } from '../../i18n/words.ts';
import { Field } from './field.tsx';
import { type Fault, Trouble } from './trouble.tsx';

/** First use of a card: the six digits are chosen once and typed once more. `first`: what was typed at sign-in. */
export function ChoosePin({ ticket, first, onDone }: { ticket: string; first: string | null; onDone: (answer: SignInAnswer) => void }): ReactNode {
  const { t } = useWords();
  const [chosen, setChosen] = useState(first);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const restart = (words: string | null): void => {
    setChosen(null);
    setTyped('');
    setFault(words ? { words } : null);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const pin = sixDigits(typed);
    if (!pin) return setFault({ words: t('pin.six') });
    setFault(null);
    setTyped('');
    if (!chosen) return setChosen(pin);
    if (pin !== chosen) return restart(t('pin.differ'));
    if (busy) return;
    setBusy(true);
    const answer = await setPin(ticket, pin);
    setBusy(false);
    if (answer.ok) onDone(answer.body);
    else setFault({ problem: answer.problem, offline: answer.status === 0 });
  };
  return (
    <>
      <h1 tabIndex={-1}>{t(chosen ? 'pin.againTitle' : 'pin.chooseTitle')}</h1>
      <p>{t(chosen ? 'pin.againLead' : 'pin.chooseLead')}</p>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Trouble fault={fault} />
        <Field
          key={chosen ? 'again' : 'first'}
          name="pin"
          secret
          label={t('signIn.pin')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          inputMode="numeric"
          autoComplete="off"
          // The field takes the place of one that had the focus.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          required
        />
        <button type="submit" aria-disabled={busy}>
          {t(chosen ? 'pin.save' : 'pin.next')}
        </button>
      </form>
      {chosen && (
        <p>
          <button type="button" className="plain" onClick={() => restart(null)}>
            {t('pin.restart')}
          </button>
        </p>
      )}
      <p className="small note">{t('pin.curtain')}</p>
    </>
  );
}
