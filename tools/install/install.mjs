import { spawn } from 'node:child_process';
import { OperatorError } from '../operator-error.mjs';
import { removeStamp, writeStamp } from './stamp.mjs';

/**
 * Installs the packages of package-lock.json and tells how long it takes.
 * @param {string} root
 */
export async function install(root) {
  console.log('Installing what is needed. The first time takes about a minute.');
  removeStamp(root);
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const ticker = setInterval(() => console.log(`  still installing … ${seconds()} s`), 10_000);
  try {
    const { code, output } = await npmCi(root);
    if (code !== 0) throw new OperatorError(explain(output));
    writeStamp(root);
  } finally {
    clearInterval(ticker);
  }
  console.log(`Installed in ${seconds()} s.`);
}

/**
 * @param {string} root
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function npmCi(root) {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const known = npm?.endsWith('npm-cli.js');
  const child = known
    ? spawn(process.execPath, [/** @type {string} */ (npm), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** @type {[RegExp, string][]} */
const causes = [
  [/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|network/i, 'the package registry could not be reached: check the connection and run the command again'],
  [/ENOSPC/, 'the disk is full: make about 1 GB of room and run the command again'],
  [/EACCES|EPERM|EROFS/, 'this folder may not be written to: give yourself write access to it and run the command again'],
  [/spawn npm ENOENT/, 'npm was not found: install Node.js 20 or newer with npm and run the command again'],
  [/can only install .* when your package\.json and package-lock\.json|EUSAGE/, 'package-lock.json does not fit package.json: run "npm install" once'],
];

/**
 * @param {string} output what npm said
 * @returns {string} one line in words
 */
export function explain(output) {
  const known = causes.find(([pattern]) => pattern.test(output));
  if (known) return `Installing did not work: ${known[1]}.`;
  const first = output.split('\n').find((line) => line.trim() !== '') ?? 'npm gave no reason';
  return `Installing did not work: run "npm ci" to see all of it (${first.trim()}).`;
}
