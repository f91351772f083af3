/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32), so that a run can be repeated. */
export type Random = () => number;

/** A generator for a seed. */
export function generator(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 up to `below`. */
export function upTo(random: Random, below: number): number {
  return Math.floor(random() * below);
}
