import { type ReactNode, useMemo } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { outline, peaksOf } from './peaks.ts';
import type { Take } from './take.ts';
import type { Stretch } from './trim.ts';

const PIECES = 240;
/** A twentieth of a second: what an arrow key moves an edge. */
const STEP_S = 0.05;
/** Less is nothing. */
const LEAST_S = 0.2;

/** A take as a picture with its two edges, to be moved by hand or by arrow keys. */
export function TakeShape({ take, onStretch }: { take: Take; onStretch: (stretch: Stretch) => void }): ReactNode {
  const { t, n } = useAuthorWords();
  const { samples, rate, stretch } = take;
  const shape = useMemo(() => outline(peaksOf(samples, PIECES)), [samples]);
  const all = samples.length / rate;
  const [from, to] = [stretch.from / rate, stretch.to / rate];
  const edge = (which: 'from' | 'to', seconds: number): void => {
    const least = LEAST_S * rate;
    const at = Math.round(seconds * rate);
    onStretch(which === 'from' ? { ...stretch, from: Math.max(0, Math.min(at, stretch.to - least)) } : { ...stretch, to: Math.min(samples.length, Math.max(at, stretch.from + least)) });
  };
  const part = (seconds: number): number => (PIECES * seconds) / all;
  return (
    <div className="rec-shape">
      <svg viewBox={`0 0 ${PIECES} 2`} preserveAspectRatio="none" aria-hidden="true">
        <path d={shape} />
        <rect x={0} y={0} width={part(from)} height={2} />
        <rect x={part(to)} y={0} width={part(all - to)} height={2} />
      </svg>
      {(['from', 'to'] as const).map((which) => (
        <input
          key={which}
          className={`rec-edge is-${which}`}
          type="range"
          min={0}
          max={all}
          step={STEP_S}
          value={which === 'from' ? from : to}
          aria-label={t(`record.edge.${which}`)}
          aria-valuetext={t('record.seconds', { n: n((which === 'from' ? from : to).toFixed(1)) })}
          onChange={({ target }) => edge(which, Number(target.value))}
        />
      ))}
    </div>
  );
}
