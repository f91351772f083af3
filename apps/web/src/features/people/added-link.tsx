import { type ReactNode, useId, useRef, useState } from 'react';
import { FocusedHeading } from './focused-heading.tsx';
import { OfficeIcon } from './office-icon.tsx';
import { useStaffWords } from './words.ts';

interface Props {
  name: string;
  email: string;
  link: string;
  onAnother: () => void;
}

/** The one-time link of somebody of the office: shown once, to be sent to that person alone. */
export function AddedLink({ name, email, link, onAnother }: Props): ReactNode {
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
    <section className="added">
      <FocusedHeading level={1}>{t('link.ready', { name })}</FocusedHeading>
      <p className="once">
        <OfficeIcon name="look" /> {t('link.once')}
      </p>
      <div className="draft-field">
        <label htmlFor={id}>{t('link.label')}</label>
        <input id={id} ref={field} readOnly value={link} onFocus={(event) => event.target.select()} />
      </div>
      <ol className="link-steps">
        <li>{t('link.step1', { email })}</li>
        <li>{t('link.step2', { name })}</li>
        <li>{t('link.step3', { name })}</li>
      </ol>
      <div className="do">
        <button type="button" onClick={() => void copy()}>
          <OfficeIcon name="copy" /> {t('link.copy')}
        </button>
        <button type="button" className="quiet" onClick={onAnother}>
          <OfficeIcon name="add" /> {t('card.another')}
        </button>
      </div>
      <p role="status">{copied === 'no' ? '' : t(copied === 'yes' ? 'link.copied' : 'link.copyFailed')}</p>
    </section>
  );
}
