/** Seeds under which a record was once lost or doubled. They are run before a fresh one, for ever; a new failure's is added here. */
const KEPT: readonly number[] = [];

/** The seeds to run in turn: with `SEED` in the environment that one alone, to look into a failure. */
export function seedsToRun(environment: NodeJS.ProcessEnv = process.env): number[] {
  return environment.SEED ? [Number(environment.SEED)] : [...KEPT, Date.now() % 1_000_000];
}
