/**
 * The picture of a recording: how far it swings in each of `count` equal pieces, 0 to 1.
 */
export function peaksOf(samples: Float32Array, count: number): number[] {
  return Array.from({ length: count }, (_, at) => {
    const piece = samples.subarray(Math.floor((at * samples.length) / count), Math.floor(((at + 1) * samples.length) / count));
    return Math.min(1, piece.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0));
  });
}

/** The same as the outline of one shape in a box `count` wide and 2 high, its middle at 1. */
export function outline(peaks: readonly number[]): string {
  const up = peaks.map((peak, at) => `${at},${(1 - Math.max(0.02, peak)).toFixed(3)}`);
  const down = peaks.map((peak, at) => `${at},${(1 + Math.max(0.02, peak)).toFixed(3)}`).reverse();
  return `M${[...up, ...down].join('L')}Z`;
}

/** Pieces as they came from the microphone, as one. */
export function joined(pieces: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const all = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
