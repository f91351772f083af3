import { type FormEvent, type ReactNode, useState } from 'react';
import { sixDigits } from '../../auth/code.ts';
import { useWords } from '../../i18n/words.ts';
import { Field } from './field.tsx';
import { type Fault, Trouble } from './trouble.tsx';

interface Props {
  /** What was typed at sign-in already. */
  first?: string | null;
  /** When the digits will be asked for; with a card unless said. */
  lead?: string;
  /** Keeps them. @returns what went wrong. */
  save: (pin: string) => Promise<Fault | null>;
}

/** The six digits are chosen once and typed once more. */
export function ChoosePin({ first = null, lead, save }: Props): ReactNode {
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
    const wrong = await save(pin);
    setBusy(false);
    setFault(wrong);
  };
  return (
    <>
      <h1 tabIndex={-1}>{t(chosen ? 'pin.againTitle' : 'pin.chooseTitle')}</h1>
      <p>{chosen ? t('pin.againLead') : (lead ?? t('pin.chooseLead'))}</p>
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
          {t(busy ? 'signIn.busy' : chosen ? 'pin.save' : 'pin.next')}
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
