import { median } from './median.ts';

/**
 * Lets contestants take turns (A B A B …), so that whatever else this machine is doing meets both.
 * @returns the median of each.
 */
export async function inTurn<Name extends string>(turns: number, contestants: Record<Name, () => Promise<number>>): Promise<Record<Name, number>> {
  const names = Object.keys(contestants) as Name[];
  const seen = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let turn = 0; turn < turns; turn += 1) for (const name of names) seen[name].push(await contestants[name]());
  return Object.fromEntries(names.map((name) => [name, median(seen[name])])) as Record<Name, number>;
}
