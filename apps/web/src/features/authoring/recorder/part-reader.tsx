import { type ReactNode, useEffect, useRef } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { Difference } from '../difference.tsx';
import { lengthOf } from '../../../i18n/length.ts';
import { sizeIn } from '../media/size.ts';
import type { WaitingClip } from './clip-queue.ts';
import type { NarrationPart, Standing } from './narration.ts';

interface Props {
  part: NarrationPart;
  lang: string;
  place: { at: number; of: number };
  standing: Standing;
  waiting: WaitingClip | undefined;
  show: (text: string) => string;
  mayWrite: boolean;
  onDrop: () => void;
  onRemove: () => void;
  onPutBack: () => void;
  /** How to record it. */
  children: ReactNode;
}

/** What became of a recording that was kept and that the server does not have yet. */
function OnItsWay({ waiting, onDrop }: { waiting: WaitingClip; onDrop: () => void }): ReactNode {
  const { t, n } = useAuthorWords();
  const { state, kept } = waiting;
  if (state?.phase === 'refused')
    return (
      <p role="alert">
        {state.problem?.title ?? t('media.notTaken')}{' '}
        <button type="button" className="plain" onClick={onDrop}>
          {t('record.letGo')}
        </button>
      </p>
    );
  const percent = state && state.of > 0 ? Math.floor((100 * state.sent) / state.of) : 0;
  if (kept === null) return <p className="nar-way">{t('record.keeping')}</p>;
  if (!kept)
    return (
      <p className="nar-way" role="alert">
        {t(state?.phase === 'signed-out' ? 'record.unkeptSignedOut' : 'record.unkept')}
      </p>
    );
  const key = state?.phase === 'signed-out' ? 'record.signedOut' : state && state.phase !== 'waiting' ? 'record.onItsWay' : 'record.waits';
  return <p className="nar-way">{t(key, { percent: n(percent) })}</p>;
}

/** One part in large letters, what was recorded of it, and what has changed since. */
export function PartReader({ part, lang, place, standing, waiting, show, mayWrite, onDrop, onRemove, onPutBack, children }: Props): ReactNode {
  const words = useAuthorWords();
  const { t, n } = words;
  const { key, text, aside, clip, removed, readText } = part;
  const back = useRef<HTMLButtonElement>(null);
  const took = useRef(false);
  useEffect(() => {
    // What was pressed is gone: the hand finds the way back in its place.
    if (removed && took.current) back.current?.focus();
    took.current = false;
  }, [removed]);
  return (
    <section className="nar-part" aria-label={t('record.place', { at: place.at, of: place.of })} data-key={key} data-state={standing}>
      <p className="nar-place faint">
        {t('record.place', { at: place.at, of: place.of })}
        {aside && ` · ${t('record.aside')}`}
      </p>
      <p className="nar-text" lang={lang}>
        {show(text)}
      </p>
      {standing === 'stale' && (
        <div className="nar-stale">
          <p>{t('record.stale')}</p>
          {readText === null ? <p className="faint">{t('record.staleUnknown')}</p> : <Difference before={show(readText)} after={show(text)} lang={lang} />}
        </div>
      )}
      {children}
      {waiting && <OnItsWay waiting={waiting} onDrop={onDrop} />}
      {clip && (
        <div className="nar-clip">
          <p className="faint">
            {t('record.there')} · {n(lengthOf(clip.ms))} · {sizeIn(words, clip.bytes)}
          </p>
          {/* What it says stands above it. */}
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
          <audio controls preload="none" src={`/api/media/${clip.media}`} aria-label={t('record.there')} />
          {mayWrite && (
            <details className="more nar-remove">
              <summary>{t('record.remove')}</summary>
              <p>{t('record.removeSure')}</p>
              <button
                type="button"
                className="quiet"
                onClick={() => {
                  took.current = true;
                  onRemove();
                }}
              >
                {t('record.removeDo')}
              </button>
            </details>
          )}
        </div>
      )}
      {removed && (
        <p className="undo" role="status">
          {t('record.removed')}{' '}
          {mayWrite && (
            <button ref={back} type="button" className="plain" onClick={onPutBack}>
              {t('thing.undo')}
            </button>
          )}
        </p>
      )}
    </section>
  );
}
