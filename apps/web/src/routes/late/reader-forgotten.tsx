import { type ReactNode, useEffect, useState } from 'react';
import { useLateWords } from '../../i18n/late-words.ts';
import type { Profile } from '../../local/database.ts';
import { removeReader, unsentOf } from '../../records/remove-reader.ts';
import { refreshStatus } from '../../records/status.ts';
import { Mark } from '../../ui/mark.tsx';

/** Taking a reader off the phone: only when nothing of theirs waits, and after a question. */
function Remove({ reader, onRemoved }: { reader: Profile; onRemoved: () => void }): ReactNode {
  const { t } = useLateWords();
  const [unsent, setUnsent] = useState<number | null>(null);
  const [asked, setAsked] = useState(false);
  const { owner, number } = reader;
  useEffect(() => {
    void unsentOf(owner).then(setUnsent);
  }, [owner]);
  const remove = async (): Promise<void> => {
    if (!(await removeReader(owner))) return setUnsent(await unsentOf(owner));
    await refreshStatus();
    onRemoved();
  };
  if (unsent === null) return null;
  if (unsent > 0) return <p className="small note">{t('remove.waits', { count: unsent })}</p>;
  if (!asked)
    return (
      <p>
        <button type="button" className="plain" onClick={() => setAsked(true)}>
          {t('remove.ask', { n: number })}
        </button>
      </p>
    );
  return (
    <div className="sure" role="group" aria-label={t('remove.ask', { n: number })}>
      <p>{t('remove.sure')}</p>
      <div className="actions">
        <button type="button" className="quiet" onClick={() => void remove()}>
          {t('remove.yes')}
        </button>
        <button type="button" className="quiet" onClick={() => setAsked(false)}>
          {t('remove.no')}
        </button>
      </div>
    </div>
  );
}

/** What forgotten digits cost, and the ways on. */
export function ReaderForgotten(props: { reader: Profile; onCard: () => void; onBack: () => void; onRemoved: () => void }): ReactNode {
  const { reader, onCard, onBack, onRemoved } = props;
  const { t } = useLateWords();
  return (
    <>
      <h1 tabIndex={-1} className="who">
        <Mark number={reader.number} /> {t('digits.forgotten')}
      </h1>
      <p className="lead">{t('forgotten.what')}</p>
      <p className="lead">{t('forgotten.how')}</p>
      <div className="actions">
        <button type="button" onClick={onCard}>
          {t('forgotten.card')}
        </button>
        <button type="button" className="quiet" onClick={onBack}>
          {t('forgotten.back')}
        </button>
      </div>
      <Remove reader={reader} onRemoved={onRemoved} />
    </>
  );
}
