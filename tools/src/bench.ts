import { OperatorError } from '../operator-error.mjs';
import type { Bench } from './bench/bench.ts';
import { firstLoad } from './bench/first-load.ts';
import { lessonRead } from './bench/lesson-read.ts';
import { rebuild } from './bench/rebuild.ts';
import { recordsAppend } from './bench/records-append.ts';
import { asJson, asTable } from './bench/report.ts';
import { start } from './bench/start.ts';
import { buildIfNeeded } from './build/build-if-needed.ts';
import { runCommand } from './run-command.ts';

const benches: Bench[] = [firstLoad, lessonRead, recordsAppend, rebuild, start];
const args = process.argv.slice(2);
const json = args.includes('--json');
const wanted = args.filter((arg) => !arg.startsWith('--'));

await runCommand(async () => {
  const unknown = wanted.find((name) => benches.every((bench) => bench.name !== name));
  if (unknown) throw new OperatorError(`There is no bench "${unknown}": choose from ${benches.map(({ name }) => name).join(', ')}.`);
  if (!args.includes('--built')) await buildIfNeeded(console.log);
  const results = [];
  for (const bench of benches) {
    if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
    console.log(`${bench.name}: ${bench.data}`);
    const figures = await bench.run((line) => console.log(`  ${line}`));
    results.push({ name: bench.name, figures });
    if (json) console.log(asJson(bench.name, figures));
  }
  if (!json) console.log(asTable(results));
});
process.exit();
