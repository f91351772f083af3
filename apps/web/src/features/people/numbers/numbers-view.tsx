import { type ReactNode, useRef, useState } from 'react';
import { Failure } from '../failure.tsx';
import { OfficeIcon } from '../office-icon.tsx';
import { Skeleton } from '../skeleton.tsx';
import { useSiteData } from '../site-data.tsx';
import { useStaffWords } from '../words.ts';
import { NumberForm } from './number-form.tsx';
import { NumberRow } from './number-row.tsx';
import type { OfficeContact } from './shapes.ts';
import { useNumbers } from './use-numbers.ts';

/** The numbers to call, how sure each is, and what is done with them. */
export function NumbersView({ mayWrite }: { mayWrite: boolean }): ReactNode {
  const { t } = useStaffWords();
  const site = useSiteData();
  const list = useNumbers();
  const [adding, setAdding] = useState(false);
  const [fresh, setFresh] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const failed = list.phase === 'failed' ? list.status : site.state === 'failed' ? site.status : null;
  const ready = failed === null && list.phase === 'ready' && site.state === 'ready';
  const close = (): void => {
    setAdding(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const added = ({ contact }: OfficeContact): void => {
    setFresh(contact.id);
    setAdding(false);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[aria-controls="number-${contact.id}"]`)?.focus());
  };
  const again = (): void => {
    if (site.state === 'failed') site.again();
    list.again();
  };
  return (
    <>
      <p className="add-lead">{t('number.lead')}</p>
      {ready && !mayWrite && <p className="add-lead">{t('number.onlyCountry')}</p>}
      {ready && mayWrite && (
        <div className="number-new">
          {adding ? (
            <NumberForm one={null} put={list.put} again={list.again} onDone={added} onClose={close} />
          ) : (
            <button type="button" className="quiet" ref={opener} onClick={() => setAdding(true)}>
              <OfficeIcon name="add" /> {t('number.add')}
            </button>
          )}
        </div>
      )}
      {failed !== null && <Failure status={failed} again={again} />}
      {failed === null && !ready && <Skeleton />}
      {ready && list.contacts.length === 0 && !adding && (
        <div className="say">
          <OfficeIcon name="look" />
          <div>
            <h2>{t('number.emptyTitle')}</h2>
            <p>{t('number.emptyText')}</p>
          </div>
        </div>
      )}
      {ready && list.contacts.length > 0 && (
        <ul className="numbers-list">
          {list.contacts.map((one) => (
            <NumberRow key={one.contact.id} one={one} today={list.today} mayWrite={mayWrite} fresh={one.contact.id === fresh} put={list.put} again={list.again} />
          ))}
        </ul>
      )}
    </>
  );
}
