import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRepository } from '../root.ts';
import type { Outcome, Step } from './outcome.ts';
import { runNode } from './run-process.ts';

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

/** A step that runs the tests of `jest.config.<name>.mjs`. */
export function jestStep(name: 'unit' | 'api' | 'browser', only: string[]): Step {
  return { name, run: () => runJest(name, only) };
}

async function runJest(name: string, only: string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'seek-justice-jest-'));
  const report = join(folder, 'report.json');
  const jest = inRepository('node_modules', 'jest', 'bin', 'jest.js');
  const config = inRepository(`jest.config.${name}.mjs`);
  const args = ['--experimental-vm-modules', '--no-warnings', jest, '--config', config, '--forceExit', '--json', `--outputFile=${report}`, ...only];
  const { code, output } = await runNode(args);
  try {
    return outcomeOf(JSON.parse(readFileSync(report, 'utf8')) as JestReport, code, output);
  } catch {
    return { passed: 0, failed: 1, output: `${output}\nThe tests crashed before they could report.` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Counts a report; whatever kept tests from running is a failure, and so are no tests at all. */
export function outcomeOf(report: JestReport, code: number, output: string): Outcome {
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  if (failed > 0) return { passed, failed, skipped, output };
  if (passed === 0) return { passed, failed: 1, skipped, output: `${output}\nNo test was found.` };
  if (code !== 0) return { passed, failed: 1, skipped, output: `${output}\nAll tests passed, yet the run ended with ${code}.` };
  return { passed, failed, skipped, output: '' };
}
