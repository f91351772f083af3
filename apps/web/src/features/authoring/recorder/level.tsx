import { type ReactNode, useEffect, useRef } from 'react';
import type { Recorder } from './use-recorder.ts';

/** How fast the bar falls after a sound, a piece of sound at a time. */
const FALL = 0.85;

/** How loud it is, as a bar. Ears tell whoever cannot see it; what is wrong is said in words afterwards. */
export function Level({ onLevel }: Pick<Recorder, 'onLevel'>): ReactNode {
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let shown = 0;
    onLevel((loud) => {
      shown = Math.max(loud, shown * FALL);
      // Ears hear in steps of loudness: the root is nearer to that than the number.
      if (bar.current) bar.current.style.transform = `scaleX(${Math.min(1, Math.sqrt(shown))})`;
      bar.current?.classList.toggle('is-harsh', shown > 0.97);
    });
    return () => onLevel(null);
  }, [onLevel]);
  return (
    <span className="rec-level" aria-hidden="true">
      <span ref={bar} />
    </span>
  );
}
