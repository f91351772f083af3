import type { ReactNode } from 'react';
import { FocusedHeading } from '../focused-heading.tsx';
import { useStaffWords } from '../words.ts';
import { TextLinks } from './named-texts.tsx';
import type { OfficeContact } from './shapes.ts';
import { isDone, type Outcome, useDeed } from './use-deed.ts';

interface Props extends Outcome {
  one: OfficeContact;
  onDone: () => void;
  onClose: () => void;
}

/** Giving a number out no more: says which texts name it; while readers have one of them it cannot be done. */
export function RetireNumber({ one, put, again, onDone, onClose }: Props): ReactNode {
  const { t, n } = useStaffWords();
  const { busy, trouble, send } = useDeed({ put, again });
  const named = one.published.length > 0;
  const retire = async (): Promise<void> => {
    if (isDone(await send(`/${one.contact.id}/retire`, { version: one.version, retired: true }))) onDone();
  };
  const title = `retire-${one.contact.id}`;
  return (
    <div className="new-card" role="group" aria-labelledby={title}>
      <FocusedHeading level={2} id={title}>
        {t('number.retireTitle', { number: n(one.contact.number) })}
      </FocusedHeading>
      <p>{named ? t('number.retireNamed', { count: one.published.length }) : t('number.retireText')}</p>
      {named && <TextLinks texts={one.published} />}
      {!named && one.drafts.length > 0 && (
        <>
          <p>{t('number.retireDrafts', { count: one.drafts.length })}</p>
          <TextLinks texts={one.drafts} />
        </>
      )}
      <p className="trouble-line" role="alert">
        {trouble && t(trouble)}
      </p>
      <div className="do">
        {!named && (
          <button type="button" aria-disabled={busy} onClick={() => void retire()}>
            {t(busy ? 'number.busy' : 'number.retireYes')}
          </button>
        )}
        <button type="button" className="quiet" onClick={onClose}>
          {t('number.no')}
        </button>
      </div>
    </div>
  );
}
