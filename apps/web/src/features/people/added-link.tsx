import type { ReactNode } from 'react';
import { FocusedHeading } from './focused-heading.tsx';
import { LinkField } from './link-field.tsx';
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
  return (
    <section className="added">
      <FocusedHeading level={1}>{t('link.ready', { name })}</FocusedHeading>
      <p className="once">
        <OfficeIcon name="look" /> {t('link.once')}
      </p>
      <ol className="link-steps">
        <li>{t('link.step1', { email })}</li>
        <li>{t('link.step2', { name })}</li>
        <li>{t('link.step3', { name })}</li>
      </ol>
      <LinkField link={link}>
        <button type="button" className="quiet" onClick={onAnother}>
          <OfficeIcon name="add" /> {t('card.another')}
        </button>
      </LinkField>
    </section>
  );
}
