import { type ReactNode, useId } from 'react';
import { OfficeIcon } from './office-icon.tsx';
import { useStaffWords } from './words.ts';

export interface FieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  optional?: boolean;
  /** What is wrong, in words; shown below and told with the field. */
  error?: string | undefined;
}

/** What goes wrong with a field, below it. */
export function FieldError({ id, error }: { id: string; error: string | undefined }): ReactNode {
  return (
    error && (
      <p className="field-error" id={id}>
        <OfficeIcon name="look" /> {error}
      </p>
    )
  );
}

/** The frame of a field: label, "may stay empty", hint, error; `children` is given what ties the control to them. */
export function DraftField({ name, label, hint, optional, error, children }: FieldProps & { children: (tied: { id: string; name: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }) => ReactNode }): ReactNode {
  const { t } = useStaffWords();
  const id = useId();
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={error ? 'draft-field wrong' : 'draft-field'}>
      <label htmlFor={id}>
        {label} {optional && <span className="optional">{t('add.optional')}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, name, 'aria-describedby': told || undefined, 'aria-invalid': error !== undefined })}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}
