/** Seeds under which a law once failed. They run first, for ever; a new failure's seed is added here. */
const KEPT: Readonly<Record<string, readonly { seed: number; path?: string }[]>> = {
  'records-arrival': [],
  'state-laws': [],
  'language-laws': [],
};

interface Parameters {
  numRuns: number;
}

/**
 * Parameters of a property test: `SEED` from the environment when a failure is looked into, else the newest kept seed
 * of this law, else a fresh one. fast-check prints the seed of every failure.
 */
export function keptSeeds(law: string, parameters: Parameters): Parameters & { seed?: number; path?: string } {
  const fromOutside = process.env.SEED;
  if (fromOutside) return { ...parameters, seed: Number(fromOutside) };
  const kept = KEPT[law]?.at(-1);
  return kept ? { ...parameters, ...kept } : parameters;
}
