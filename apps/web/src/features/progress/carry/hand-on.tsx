import { type ReactNode, useEffect, useState } from 'react';
import { useLateWords } from '../../../i18n/late-words.ts';
import { allEntries, noteHanded } from '../../../records/outbox.ts';
import { refreshStatus, useRecords } from '../../../records/status.ts';
import { type Carried, carriable, codeAddress, fileName, packFile } from './carry-file.ts';

/** What can be handed on now. */
function useCarriable(): Carried[] | null {
  const records = useRecords();
  const [all, setAll] = useState<Carried[] | null>(null);
  useEffect(() => {
    void allEntries().then((entries) => setAll(carriable(entries)));
  }, [records]);
  return all;
}

async function handed(carried: readonly Carried[]): Promise<void> {
  await noteHanded(carried.map(({ id }) => id));
  await refreshStatus();
}

function save(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Whether the phone has a sheet of ways to send a file. */
function canShare(file: File): boolean {
  const { canShare: can } = navigator as Navigator & { canShare?: (data: ShareData) => boolean };
  return can?.call(navigator, { files: [file] }) ?? false;
}

/** All of it as one file: by the phone's sheet of ways to send, or saved. */
function AsFile({ carried }: { carried: Carried[] }): ReactNode {
  const { t } = useLateWords();
  const [done, setDone] = useState<'saved' | 'failed' | null>(null);
  const [made] = useState(() => new Date());
  const file = (): File => new File([packFile(carried, made)], fileName(made), { type: 'text/plain' });
  const give = async (): Promise<void> => {
    try {
      await navigator.share({ files: [file()] });
      await handed(carried);
    } catch (error) {
      // Closing the sheet is no failure.
      if ((error as Error).name !== 'AbortError') setDone('failed');
    }
  };
  const keep = async (): Promise<void> => {
    save(file());
    setDone('saved');
    await handed(carried);
  };
  const shares = canShare(file());
  return (
    <div className="actions">
      {shares && (
        <button type="button" onClick={() => void give()}>
          {t('carry.share')}
        </button>
      )}
      <button type="button" className={shares ? 'quiet' : ''} onClick={() => void keep()}>
        {t('carry.save')}
      </button>
      <p className="small" role="status">
        {done && t(done === 'saved' ? 'carry.saved' : 'carry.failed', { file: fileName(made) })}
      </p>
    </div>
  );
}

/** One answer after another as a code on the screen, for the camera of the other phone. */
function AsCode({ carried, draw }: { carried: Carried[]; draw: (text: string, label: string) => ReactNode }): ReactNode {
  const { t } = useLateWords();
  // As they were when the code was opened: meanwhile some may be sent.
  const [list] = useState(carried);
  const [at, setAt] = useState(0);
  const one = list[at];
  if (!one) return <p role="status">{t('carry.codesDone')}</p>;
  const address = codeAddress(location.origin, one);
  const next = async (): Promise<void> => {
    setAt(at + 1);
    if (address) await handed([one]);
  };
  return (
    <div className="carry-code">
      <p role="status">
        {t(at === 0 && list.length > 1 ? 'carry.codeFirst' : 'carry.codeOf', { n: at + 1, of: list.length })}
      </p>
      {address ? draw(address, t('carry.codeOf', { n: at + 1, of: list.length })) : <p className="small note">{t('carry.codeLong')}</p>}
      <button type="button" className="quiet" onClick={() => void next()}>
        {t(at + 1 < list.length ? 'carry.codeNext' : 'carry.codeLast')}
      </button>
    </div>
  );
}

/** Hands on what waits on this phone, sealed, to somebody who comes to a network sooner. `draw` makes a code of a text. */
export function HandOn({ draw }: { draw: (text: string, label: string) => ReactNode }): ReactNode {
  const { t } = useLateWords();
  const carried = useCarriable();
  const [code, setCode] = useState(false);
  if (!carried) return null;
  if (carried.length === 0) return <p>{t('carry.nothing')}</p>;
  return (
    <>
      <p>{t('carry.what', { count: carried.length })}</p>
      <AsFile carried={carried} />
      {code ? (
        <AsCode carried={carried} draw={draw} />
      ) : (
        <button type="button" className="plain" onClick={() => setCode(true)}>
          {t('carry.code')}
        </button>
      )}
    </>
  );
}
