import { type InputHTMLAttributes, type ReactNode, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { useMounted } from '../../ui/use-mounted.ts';

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'>;

/** A line to fill in: its name above, a hint below, and for secrets a way to see what was typed. */
export function Field({ name, label, hint, secret = false, ...input }: InputProps & { name: string; label: string; hint?: string; secret?: boolean }): ReactNode {
  const { t } = useWords();
  const [seen, setSeen] = useState(false);
  const mounted = useMounted();
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <div className="line">
        <input
          id={name}
          name={name}
          aria-describedby={hint ? `${name}-hint` : undefined}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          {...input}
          type={secret && !seen ? 'password' : (input.type ?? 'text')}
        />
        {secret && mounted && (
          <button type="button" className="plain" aria-pressed={seen} aria-controls={name} onClick={() => setSeen(!seen)}>
            {t(seen ? 'signIn.hide' : 'signIn.show')}
          </button>
        )}
      </div>
      {hint && (
        <p className="small" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
