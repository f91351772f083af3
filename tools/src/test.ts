import { OperatorError } from '../operator-error.mjs';
import { runCommand } from './run-command.ts';
import { build, lint, types, walls } from './testing/commands.ts';
import { jestStep } from './testing/jest-step.ts';
import type { Outcome, Step } from './testing/outcome.ts';

const [wanted, only] = split(process.argv.slice(2));
const steps: Step[] = [walls, lint, types, build, jestStep('unit', only), jestStep('api', only), jestStep('browser', only)];

await runCommand(async () => {
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    throw new OperatorError(`There is no step "${unknown[0]}": choose from ${steps.map(({ name }) => name).join(', ')}.`);
  }
  const outcomes: Outcome[] = [];
  for (const step of steps) if (isWanted(step.name)) outcomes.push(await show(step));
  const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
});

/** Everything, or what was named; tests never run on the build of an older source. */
function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.includes(name) || (name === 'build' && wanted.some((one) => ['unit', 'api', 'browser'].includes(one)));
}

/** Steps come first; what follows `--` narrows the tests of the jest steps. */
function split(args: string[]): [string[], string[]] {
  const at = args.indexOf('--');
  return at < 0 ? [args, []] : [args.slice(0, at), args.slice(at + 1)];
}

async function show(step: Step): Promise<Outcome> {
  const began = Date.now();
  const ticker = setInterval(() => console.log(`  ${step.name} … ${Math.round((Date.now() - began) / 1000)} s`), 30_000);
  const outcome = await step.run().catch((error: Error) => ({ passed: 0, failed: 1, output: error.stack ?? error.message, skipped: 0 }));
  clearInterval(ticker);
  if (outcome.failed > 0) console.log(outcome.output);
  const skipped = outcome.skipped ? `, ${outcome.skipped} skipped` : '';
  const time = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${outcome.failed > 0 ? '✗' : '✓'} ${step.name.padEnd(8)} ${outcome.passed} passed, ${outcome.failed} failed${skipped} · ${time} s`);
  return outcome;
}
