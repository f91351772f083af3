import { type FormEvent, type ReactNode, useState } from 'react';
import { cohortCode } from '../../../auth/code.ts';
import { useLateWords } from '../../../i18n/late-words.ts';
import { useWords } from '../../../i18n/words.ts';
import { Field } from '../../public/field.tsx';
import { type Fault, Trouble } from '../../public/trouble.tsx';

/** The group's code. `why`: what was wrong with the one before. */
export function CodeStep({ first, why, onCode }: { first: string; why?: string | undefined; onCode: (code: string) => Promise<void> | void }): ReactNode {
  const { t } = useLateWords();
  const main = useWords();
  const [typed, setTyped] = useState(first);
  const [fault, setFault] = useState<Fault | null>(why ? { words: why } : null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const code = cohortCode(typed);
    if (!code) return setFault({ words: t('join.checkCode') });
    setFault(null);
    void onCode(code);
  };
  return (
    <>
      <h1 tabIndex={-1}>{t('join.title')}</h1>
      <p className="lead">{t('join.lead')}</p>
      <form onSubmit={submit} noValidate>
        <Trouble fault={fault} />
        <Field
          name="code"
          label={t('join.code')}
          hint={t('join.codeHint')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        <button type="submit">{main.t('pin.next')}</button>
      </form>
    </>
  );
}
