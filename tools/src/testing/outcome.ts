/** What one step of `npm test` found. */
export interface Outcome {
  passed: number;
  failed: number;
  skipped?: number;
  /** Printed in full when something failed. */
  output: string;
}

/** One step of `npm test`. */
export interface Step {
  name: string;
  run(): Promise<Outcome>;
}
