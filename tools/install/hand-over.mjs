import { spawn } from 'node:child_process';
import { watchNpm } from './watch-npm.mjs';

/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command in our place: the same process where Node can do that, else a child that gets
 * our signals and whose end is ours.
 * @param {string} binary
 * @param {string[]} args
 */
export function handOver(binary, args) {
  if (becomes(binary, args)) return;
  // The channel closes when this process is killed: that is how the command learns of it.
  const child = spawn(binary, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  watchNpm(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`The command could not be started (${error.message}): delete node_modules and run it again.`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    for (const name of signals) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

/**
 * A waiting parent costs 40 MB. npm runs us with the installed Node from the second time on, which knows execve.
 * @param {string} binary
 * @param {string[]} args
 */
function becomes(binary, args) {
  if (process.platform === 'win32' || typeof process.execve !== 'function') return false;
  process.removeAllListeners('warning');
  process.on('warning', () => {});
  process.execve(binary, [binary, ...args], /** @type {Record<string, string>} */ (process.env));
  return true;
}
