import type { Figures } from './bench.ts';
import { rounded } from './median.ts';

/** What `--json` prints as its last line. */
export function asJson(name: string, figures: Figures): string {
  return JSON.stringify({ name, figures: Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, rounded(value)])) });
}

/** All figures as a table. */
export function asTable(results: readonly { name: string; figures: Figures }[]): string {
  const rows = results.flatMap(({ name, figures }) => Object.entries(figures).map(([key, value]) => [name, key, rounded(value).toLocaleString('en')] as const));
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(([name, key, value]) => `${name.padEnd(widths[0] ?? 0)}  ${key.padEnd(widths[1] ?? 0)}  ${value.padStart(widths[2] ?? 0)}`).join('\n');
}
