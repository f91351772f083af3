/** Figures by the keys of `numbers.md`; one that cannot be measured here is absent. */
export type Figures = Record<string, number>;

/** One bench: it fixes its data, measures, cleans up. */
export interface Bench {
  name: string;
  /** The data set and seed, in words, printed before anything is measured. */
  data: string;
  /** `chosen`: sizes from the command line, for a bench that has some. */
  run(say: (line: string) => void, chosen: Figures): Promise<Figures>;
}
