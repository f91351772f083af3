/** A stretch of a recording, in samples; `to` is not part of it. */
export interface Stretch {
  from: number;
  to: number;
}

const WINDOW_S = 0.01;
/** Speech sounds at least so long without a break; a click of a key or of the headset is shorter. */
const LEAST_SPOKEN = 6;
/** What is left before the first sound and after the last one, so that no breath and no soft ending is cut. */
const BEFORE_S = 0.15;
const AFTER_S = 0.3;
/** Softer than this is nothing, however quiet the room. */
const FLOOR = 0.003;
/** So many times louder than the room is a voice. */
const ABOVE_ROOM = 3;
/** And no softer than this part of the voice at its loudest: a fan that comes on is not the voice. */
const OF_LOUDEST = 0.04;

/** How loud each hundredth of a second is: root mean square, 0 to 1. */
function loudness(samples: Float32Array, rate: number): number[] {
  const size = Math.max(1, Math.round(rate * WINDOW_S));
  return Array.from({ length: Math.ceil(samples.length / size) }, (_, at) => {
    const piece = samples.subarray(at * size, (at + 1) * size);
    return Math.sqrt(piece.reduce((sum, sample) => sum + sample * sample, 0) / piece.length);
  });
}

/** The value below which a part of the values lies. */
function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/**
 * Where somebody speaks in a recording, from the first to the last sound with a breath around it. Null: nobody does.
 * @param rate samples a second.
 */
export function findSpeech(samples: Float32Array, rate: number): Stretch | null {
  const loud = loudness(samples, rate);
  // Whoever reads without a pause leaves no room to measure: then the loudest tells.
  const room = Math.min(quantile(loud, 0.1), quantile(loud, 0.95) * 0.1);
  const threshold = Math.max(FLOOR, room * ABOVE_ROOM, quantile(loud, 0.95) * OF_LOUDEST);
  const runs: Stretch[] = [];
  let from = -1;
  for (let at = 0; at <= loud.length; at += 1) {
    const heard = (loud[at] ?? 0) >= threshold;
    if (heard && from < 0) from = at;
    if (heard || from < 0) continue;
    if (at - from >= LEAST_SPOKEN) runs.push({ from, to: at });
    from = -1;
  }
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return null;
  const size = Math.max(1, Math.round(rate * WINDOW_S));
  return {
    from: Math.max(0, Math.round(first.from * size - BEFORE_S * rate)),
    to: Math.min(samples.length, Math.round(last.to * size + AFTER_S * rate)),
  };
}

/** How a take sounds to whoever judges it before a person does. */
export type Verdict = 'good' | 'silent' | 'soft' | 'harsh';

const SOFT_PEAK = 0.06;
/** So many samples at the very edge are heard as a rattle. */
const HARSH_PART = 0.0005;

/** Whether a take can be heard: too soft and too loud are told while the reader still sits there. */
export function judge(samples: Float32Array, speech: Stretch | null): Verdict {
  if (!speech) return 'silent';
  const spoken = samples.subarray(speech.from, speech.to);
  let [peak, edge] = [0, 0];
  for (const sample of spoken) {
    const size = Math.abs(sample);
    if (size > peak) peak = size;
    if (size >= 0.99) edge += 1;
  }
  if (edge > spoken.length * HARSH_PART) return 'harsh';
  return peak < SOFT_PEAK ? 'soft' : 'good';
}
