const YEAR_MS = 365 * 86_400_000;

/** The day, a year from now, until which a signature of a test holds: a fixed one would end some day, and the tests with it. */
export const IN_A_YEAR = new Date(Date.now() + YEAR_MS).toISOString().slice(0, 10);
