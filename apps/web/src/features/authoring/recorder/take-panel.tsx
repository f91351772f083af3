import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { play } from './play.ts';
import type { Take } from './take.ts';
import { TakeShape } from './take-shape.tsx';
import type { Stretch } from './trim.ts';

interface Props {
  take: Take;
  busy: boolean;
  onStretch: (stretch: Stretch) => void;
  onAgain: () => void;
  onKeep: () => void;
}

/** A take that nobody has kept yet: heard, cut, made again or kept. */
export function TakePanel({ take, busy, onStretch, onAgain, onKeep }: Props): ReactNode {
  const { t, n } = useAuthorWords();
  const [stop, setStop] = useState<(() => void) | null>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const playing = useRef(stop);
  playing.current = stop;
  // The hand stays on the space bar: what comes next has the focus.
  useEffect(() => keep.current?.focus(), []);
  useEffect(() => () => playing.current?.(), []);
  const { verdict, stretch, rate } = take;
  return (
    <div className="rec-take">
      <p role="status" className={verdict === 'good' ? 'rec-good' : 'rec-warns'}>
        {t(`record.verdict.${verdict}`)} · {t('record.seconds', { n: n(((stretch.to - stretch.from) / rate).toFixed(1)) })}
      </p>
      <TakeShape take={take} onStretch={onStretch} />
      <p className="hint">{t('record.cut')}</p>
      <div className="rec-do">
        <button ref={keep} type="button" className="rec-keep" disabled={busy || verdict === 'silent'} onClick={onKeep}>
          {t(busy ? 'record.keeping' : 'record.keep')}
        </button>
        <button type="button" className="quiet rec-listen" onClick={() => (stop ? stop() : setStop(() => play(take, () => setStop(null))))}>
          {t(stop ? 'record.listenStop' : 'record.listen')}
        </button>
        <button type="button" className="quiet rec-again" disabled={busy} onClick={onAgain}>
          {t('record.again')}
        </button>
      </div>
    </div>
  );
}
