import { existsSync, readdirSync } from 'node:fs';
import { OperatorError } from '../../operator-error.mjs';
import { buildIfNeeded } from '../build/build-if-needed.ts';
import { inRepository } from '../root.ts';
import type { Outcome, Step } from './outcome.ts';
import { runNode } from './run-process.ts';

const oneOf = (failures: string[]): Outcome => ({
  passed: failures.length === 0 ? 1 : 0,
  failed: failures.length === 0 ? 0 : 1,
  output: failures.join('\n'),
});

interface Run {
  args: string[];
  env?: Record<string, string>;
}

async function failures(runs: Run[]): Promise<string[]> {
  const results = await Promise.all(runs.map(({ args, env }) => runNode(args, env)));
  return results.filter(({ code }) => code !== 0).map(({ output, code }) => output || `Ended with ${code} and said nothing.`);
}

const installed = (...parts: string[]) => inRepository('node_modules', ...parts);

/** Who may import whom; the second run follows only what the learner's first page loads. */
export const walls: Step = {
  name: 'walls',
  run: async () => {
    const cruise = [installed('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'), '--config', '.dependency-cruiser.cjs', '--output-type', 'err-long'];
    const runs: Run[] = [{ args: [...cruise, 'packages', 'apps', 'tools'] }];
    const learner = 'apps/web/src/main.tsx';
    const missing = existsSync(inRepository(learner)) ? [] : [`${learner} does not exist, so nobody knows what learners load.`];
    if (missing.length === 0) runs.push({ args: [...cruise, learner], env: { WALLS: 'learner' } });
    return oneOf([...missing, ...(await failures(runs))]);
  },
};

/** Mistakes that a linter sees, with types. */
export const lint: Step = {
  name: 'lint',
  run: async () => oneOf(await failures([{ args: [installed('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings', 'packages', 'apps', 'tools'] }])),
};

/** The compiler on every project. */
export const types: Step = {
  name: 'types',
  run: async () => {
    const folders = ['packages', 'apps'].flatMap((group) => readdirSync(inRepository(group)).map((name) => `${group}/${name}`));
    const projects = [...folders, 'tools'].map((folder) => `${folder}/tsconfig.json`).filter((file) => existsSync(inRepository(file)));
    return oneOf(await failures(projects.map((file) => ({ args: [installed('@typescript', 'native', 'bin', 'tsc'), '-p', file] }))));
  },
};

/** What `npm start` would build. */
export const build: Step = {
  name: 'build',
  run: async () => {
    try {
      await buildIfNeeded(() => {});
      return oneOf([]);
    } catch (error) {
      return oneOf([error instanceof OperatorError ? error.details.join('\n') : String(error)]);
    }
  },
};
