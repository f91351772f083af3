import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command to its end, passes signals on to it, and ends as it ended.
 * @param {string} binary
 * @param {string[]} args
 */
export function handOver(binary, args) {
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
 * npm waits for its script, so an npm that is gone was killed, and nobody could stop us any more.
 * @param {() => void} onGone
 */
function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  // npm starts scripts through a shell, which stays where it does not replace itself by the script.
  const beyond = isShell(parent) ? parentOf(parent) : undefined;
  const gone = () => process.ppid !== parent || (beyond !== undefined && parentOf(parent) !== beyond);
  setInterval(() => gone() && onGone(), 1000).unref();
}

/** @param {number} pid */
const isShell = (pid) => /^\d+ \((sh|bash|dash|busybox|zsh)\) /.test(statOf(pid));

/** @param {number} pid */
const parentOf = (pid) => statOf(pid).split(') ').at(-1)?.split(' ')[1];

/** @param {number} pid */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}
