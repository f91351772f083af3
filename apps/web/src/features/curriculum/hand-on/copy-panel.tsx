import './hand-on.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useReading } from '../../../blocks/reading.ts';
import { useLateWords } from '../../../i18n/late-words.ts';
import { useWords } from '../../../i18n/words.ts';
import { ARTICLE_ID } from '../../../local/page-data.ts';
import { kilobytes } from '../kilobytes.ts';
import { copyFile, copyName } from './copy-file.ts';
import type { Given } from './given.ts';
import { dayIn } from './good-until.ts';
import { latestContacts, siteZone } from './latest.ts';

interface Ready {
  file: File;
  address: string;
}

/** Makes the copy of the lesson on screen, once; null until it is there. */
function useCopy({ number, title, hash }: Given): Ready | null {
  const { contacts } = useReading();
  const { t, n, lang } = useWords();
  const { t: late } = useLateWords();
  const [ready, setReady] = useState<Ready | null>(null);
  useEffect(() => {
    let address: string | undefined;
    let wanted = true;
    void Promise.all([latestContacts(contacts), siteZone()]).then(([latest, zone]) => {
      const article = document.getElementById(ARTICLE_ID);
      if (!wanted || !article) return;
      const text = copyFile({ number, title, hash, article, contacts: latest, today: dayIn(zone) }, { lang, t, late, n });
      const file = new File([text], copyName(number, lang), { type: 'text/html' });
      address = URL.createObjectURL(file);
      setReady({ file, address });
    });
    return () => {
      wanted = false;
      if (address) URL.revokeObjectURL(address);
    };
    // Words and numbers are taken as they are when the copy is wanted; in another language it is another panel.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [hash]);
  return ready;
}

/** A copy of the lesson that somebody else can open: what is in it, how large it is, and the ways to give it. */
export function CopyPanel(given: Given): ReactNode {
  const { t } = useLateWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const ready = useCopy(given);
  const { t: say } = useWords();
  const [state, setState] = useState<'saved' | 'failed' | null>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const shares = ready !== null && (navigator.canShare?.({ files: [ready.file] }) ?? false);
  const send = (): void => {
    if (!ready) return;
    // Who closes the phone's own sheet has chosen nothing: that is no failure.
    navigator.share({ files: [ready.file] }).catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'AbortError')) setState('failed');
    });
  };
  return (
    <div className="copy">
      <h2 ref={heading} tabIndex={-1}>
        {say('lesson.give')}
      </h2>
      <p role="status">{ready ? t('handOn.ready', { n: kilobytes(ready.file.size) }) : t('handOn.busy')}</p>
      <p className="small">{t('handOn.what')}</p>
      {ready && (
        <div className="actions">
          {shares && (
            <button type="button" onClick={send}>
              {t('handOn.send')}
            </button>
          )}
          <a className={shares ? 'btn quiet' : 'btn'} href={ready.address} download={ready.file.name} onClick={() => setState('saved')}>
            {t('handOn.save')}
          </a>
        </div>
      )}
      <p>
        {/* Codes for what is heard are made before: features/media/paper. */}
        <button type="button" className="plain" onClick={() => window.dispatchEvent(new Event('paper'))}>
          {t('handOn.print')}
        </button>
      </p>
      <p className="small" role="status">
        {state === 'failed' && t('handOn.failed')}
        {state === 'saved' &&
          t('handOn.saved')
            .split('{{file}}')
            .map((piece, at) => (
              <span key={piece}>
                {at > 0 && <b lang="en">{ready?.file.name}</b>}
                {piece}
              </span>
            ))}
      </p>
    </div>
  );
}
