import { readFileSync } from 'node:fs';

/**
 * npm waits for its script, so an npm that is gone was killed, and nobody could stop us any more.
 * @param {() => void} onGone
 */
export function watchNpm(onGone) {
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
