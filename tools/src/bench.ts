import { OperatorError } from '../operator-error.mjs';
import { authoring } from './bench/authoring.ts';
import type { Bench } from './bench/bench.ts';
import { faults } from './bench/faults.ts';
import { firstLoad } from './bench/first-load.ts';
import { lessonRead } from './bench/lesson-read.ts';
import { rebuild } from './bench/rebuild.ts';
import { recordsAppend } from './bench/records-append.ts';
import { asJson, asTable } from './bench/report.ts';
import { search } from './bench/search.ts';
import { start } from './bench/start.ts';
import { buildIfNeeded } from './build/build-if-needed.ts';
import { runCommand } from './run-command.ts';

const benches: Bench[] = [authoring, faults, firstLoad, lessonRead, recordsAppend, rebuild, search, start];
const args = process.argv.slice(2);
const json = args.includes('--json');
/** `--phones 4` chooses a size; a word without a number before it is the name of a bench. */
const chosen = Object.fromEntries(args.flatMap((arg, at) => (arg.startsWith('--') && /^\d+$/.test(args[at + 1] ?? '') ? [[arg.slice(2), Number(args[at + 1])]] : [])));
const wanted = args.filter((arg) => !/^(?:--|\d+$)/.test(arg));

await runCommand(async () => {
  const unknown = wanted.find((name) => benches.every((bench) => bench.name !== name));
  if (unknown) throw new OperatorError(`There is no bench "${unknown}": choose from ${benches.map(({ name }) => name).join(', ')}.`);
  if (!args.includes('--built')) await buildIfNeeded(console.log);
  const results = [];
  for (const bench of benches) {
    if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
    console.log(`${bench.name}: ${bench.data}`);
    const began = performance.now();
    const figures = await bench.run((line) => console.log(`  ${line}`), chosen);
    console.log(`  ${Math.round((performance.now() - began) / 1000)} s`);
    results.push({ name: bench.name, figures });
    if (json) console.log(asJson(bench.name, figures));
  }
  if (!json) console.log(asTable(results));
});
process.exit();
