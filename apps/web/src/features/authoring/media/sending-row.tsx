import type { ReactNode } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import type { DeliveryState } from './delivery.ts';
import { sizeIn } from './size.ts';
import type { Waiting } from './use-delivery.ts';

/** What is told of a file on its way, beside how far it has come. */
function says({ phase, kept }: DeliveryState, t: ReturnType<typeof useAuthorWords>['t']): string {
  if (phase === 'sending') return t(kept ? 'media.sendingKept' : 'media.sending');
  if (phase === 'waiting') return t(kept ? 'media.waitingKept' : 'media.waiting');
  if (phase === 'preparing') return t('media.preparing');
  return t(phase === 'paused' ? 'media.paused' : phase === 'signed-out' ? 'media.signed-out' : 'media.checking');
}

/** A file on its way: a bar, words, and what may be done meanwhile. */
export function SendingRow({ state, waiting }: { state: DeliveryState; waiting: Waiting }): ReactNode {
  const words = useAuthorWords();
  const { t, n } = words;
  const { phase, sent, of, problem } = state;
  const percent = of > 0 ? Math.floor((100 * sent) / of) : 0;
  const trouble = phase === 'refused' ? (problem?.title ?? t('media.notTaken')) : null;
  return (
    <div className={`md-sending is-${phase}`} data-phase={phase}>
      {trouble ? (
        <p role="alert">{trouble}</p>
      ) : (
        <>
          <progress max={100} value={phase === 'preparing' ? undefined : percent} aria-label={t('media.progress')} />
          <p role="status">{says(state, t)}</p>
          {phase !== 'preparing' && <p className="faint">{t('media.sent', { percent: n(percent), sent: sizeIn(words, sent), of: sizeIn(words, of) })}</p>}
        </>
      )}
      <p className="md-do">
        {(phase === 'sending' || phase === 'waiting') && (
          <button type="button" className="plain" onClick={waiting.pause}>
            {t('media.pause')}
          </button>
        )}
        {(phase === 'paused' || phase === 'waiting' || phase === 'signed-out') && (
          <button type="button" className="plain" onClick={waiting.goOn}>
            {t(phase === 'paused' ? 'media.goOn' : 'state.again')}
          </button>
        )}
        {phase !== 'checking' && (
          <button type="button" className="plain" onClick={waiting.cancel}>
            {t(trouble ? 'media.close' : 'media.cancel')}
          </button>
        )}
      </p>
    </div>
  );
}
