import type { Stretch, Verdict } from './trim.ts';

/** One try at reading a part aloud, as it was heard. */
export interface Take {
  samples: Float32Array<ArrayBuffer>;
  /** Samples a second. */
  rate: number;
  /** What is kept of it. */
  stretch: Stretch;
  verdict: Verdict;
}
