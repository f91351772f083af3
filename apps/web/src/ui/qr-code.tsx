import type { ReactNode } from 'react';
import { encode } from 'uqr';

/** Free space around the pattern, in its own units, where a white margin adds to it; by itself a pattern needs four. */
const QUIET = 2;

/** The dark squares of a pattern as one path, run by run. */
export function squaresPath(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => [...row.map((dark) => (dark ? '1' : '0')).join('').matchAll(/1+/g)].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`))
    .join('');
}

/** A QR code as a drawing: sharp at every size, black on white also in the dark. `ecc`: L for long texts that are shown on a screen, where nothing rubs off. */
export function QrCode({ text, label, ecc = 'M', quiet = QUIET }: { text: string; label: string; ecc?: 'L' | 'M'; quiet?: number }): ReactNode {
  const { data, size } = encode(text, { ecc, border: 0 });
  const side = size + 2 * quiet;
  return (
    <svg className="qr" viewBox={`${-quiet} ${-quiet} ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={squaresPath(data)} />
    </svg>
  );
}
