import { type DragEvent, type ReactNode, useEffect, useState } from 'react';
import { useLateWords } from '../../../i18n/late-words.ts';
import { Icon } from '../../../ui/icon.tsx';
import { readFragment } from './carry-file.ts';
import { take, type Taken, takeFiles } from './take.ts';

/** What was taken over, in words: new, known already, and what could not be read. */
function Report({ taken }: { taken: Taken }): ReactNode {
  const { t } = useLateWords();
  const { fresh, known, unreadable, other, full } = taken;
  return (
    <div className="taken">
      {full && (
        <p className="amber">
          <Icon name="warning" /> <span>{t('take.full')}</span>
        </p>
      )}
      {fresh > 0 && (
        <p className="leaf">
          <Icon name="check" /> <span>{t('take.fresh', { count: fresh })}</span>
        </p>
      )}
      {known > 0 && <p>{t('take.known', { count: known })}</p>}
      {unreadable > 0 && <p className="amber">{t('take.unreadable', { count: unreadable })}</p>}
      {other > 0 && <p className="amber">{t('take.other', { count: other })}</p>}
      {!full && fresh + known + unreadable + other === 0 && <p>{t('take.empty')}</p>}
    </div>
  );
}

/** Takes answers over from another phone: from files, or from the code that the camera has opened this page with. */
export function TakeOver(): ReactNode {
  const { t } = useLateWords();
  const [taken, setTaken] = useState<Taken | null>(null);
  useEffect(() => {
    const found = readFragment(location.hash);
    if (!found) return;
    // It stays neither in the address bar nor in the history.
    history.replaceState(history.state, '', location.pathname);
    void take([found]).then(setTaken);
  }, []);
  const files = async (list: FileList | null): Promise<void> => {
    if (list && list.length > 0) setTaken(await takeFiles([...list]));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void files(event.dataTransfer.files);
  };
  return (
    <div className="take" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <p>{t('take.what')}</p>
      <div role="status">{taken && <Report taken={taken} />}</div>
      <label className="btn quiet file">
        {t('take.choose')}
        <input
          type="file"
          multiple
          accept=".txt,text/plain"
          onChange={(event) => {
            void files(event.target.files);
          }}
        />
      </label>
    </div>
  );
}
