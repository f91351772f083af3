import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runNode } from '../src/testing/run-process.ts';

const PHONES = 4;
const RECORDS = 40;
const KILLS = 4;
const PATIENCE_MS = 300_000;

test(
  `${PHONES} phones on a bad line whose tabs die, and a server that is killed ${KILLS} times: nothing is lost, nothing is there twice, and everybody sees the same`,
  async () => {
    const bench = join(import.meta.dirname, '..', 'src', 'bench.ts');
    const sizes = Object.entries({ phones: PHONES, records: RECORDS, kills: KILLS }).flatMap(([name, size]) => [`--${name}`, String(size)]);
    const { output } = await runNode([bench, 'faults', '--built', '--json', ...sizes]);
    const last = output.trimEnd().split('\n').at(-1) ?? '';
    // With all that it said: which seed it was, and what went wrong.
    if (!last.startsWith('{')) throw new Error(`The bench ended before its end:\n${output}`);
    const { figures } = JSON.parse(last) as { figures: Record<string, number> };
    const { lost, doubled, verdicts_unknown, progress_differs, kills, records } = figures;
    expect({ lost, doubled, verdicts_unknown, progress_differs, kills, said: output }).toEqual({ lost: 0, doubled: 0, verdicts_unknown: 0, progress_differs: 0, kills: KILLS, said: output });
    expect(records).toBeGreaterThanOrEqual(PHONES * RECORDS);
  },
  PATIENCE_MS,
);
