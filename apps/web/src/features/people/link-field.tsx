import { type ReactNode, useId, useRef, useState } from 'react';
import { OfficeIcon } from './office-icon.tsx';
import { useStaffWords } from './words.ts';

/** A one-time link to be copied, and what else can be done beside it. */
export function LinkField({ link, children }: { link: string; children?: ReactNode }): ReactNode {
  const { t } = useStaffWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const copy = async (): Promise<void> => {
    field.current?.select();
    // A page without https has no clipboard; then the link is at least marked.
    const done = await Promise.resolve(navigator.clipboard?.writeText(link).then(() => true)).catch(() => false);
    setCopied(done ? 'yes' : 'failed');
  };
  return (
    <>
      <div className="draft-field">
        <label htmlFor={id}>{t('link.label')}</label>
        <input id={id} ref={field} readOnly value={link} onFocus={(event) => event.target.select()} />
      </div>
      <div className="do">
        <button type="button" onClick={() => void copy()}>
          <OfficeIcon name="copy" /> {t('link.copy')}
        </button>
        {children}
      </div>
      <p role="status">{copied === 'no' ? '' : t(copied === 'yes' ? 'link.copied' : 'link.copyFailed')}</p>
    </>
  );
}
