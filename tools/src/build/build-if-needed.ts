import { spawn } from 'node:child_process';
import { exclusively } from '../../lock.mjs';
import { OperatorError } from '../../operator-error.mjs';
import { inRepository, root } from '../root.ts';
import { inputsHash, isBuilt, rememberBuild } from './inputs.ts';

/** Builds api and web through nx, unless the last build was made from the same files. */
export async function buildIfNeeded(say: (line: string) => void): Promise<void> {
  if (isBuilt(inputsHash())) return;
  await exclusively(root, 'build', async () => {
    // Taken again: another command may have built while this one waited.
    const hash = inputsHash();
    if (isBuilt(hash)) return;
    say('Building …');
    const began = Date.now();
    const { code, output } = await nxBuild();
    if (code !== 0) {
      throw new OperatorError('The build failed: run "npm run build" to see why.', output.split('\n'));
    }
    rememberBuild(hash);
    say(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
  });
}

function nxBuild(): Promise<{ code: number | null; output: string }> {
  const args = [inRepository('node_modules', 'nx', 'dist', 'bin', 'nx.js'), 'run-many', '-t', 'build', '--outputStyle=stream-without-prefixes'];
  // Whoever asks for the build, tests too, gets the one that is shipped.
  const env = { ...process.env, NODE_ENV: 'production', NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', NO_COLOR: '1' };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
