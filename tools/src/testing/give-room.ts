import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Gives the processes of a PostgreSQL only so much room: no file may grow beyond `bytes`. What a full disk does to it,
 * without a disk of its own, which only root could mount.
 */
export function giveRoom(postmaster: number, bytes: number | 'unlimited'): void {
  // The parent first: whoever it starts meanwhile has the limit from it.
  for (const pid of [postmaster, ...childrenOf(postmaster)]) {
    try {
      execFileSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:`], { ...userOf(pid), stdio: ['ignore', 'ignore', 'pipe'] });
    } catch (error) {
      const { code, syscall = '' } = error as NodeJS.ErrnoException;
      // Not to be taken for a process that ended before its status was read.
      if (code === 'ENOENT' && syscall.startsWith('spawn')) throw new Error('This test needs prlimit (util-linux): install it and run the test again.', { cause: error });
      // A process may have ended meanwhile.
      if (pid === postmaster) throw error;
    }
  }
}

/** Nobody else may do it, not even root in a container. */
function userOf(pid: number): { uid: number; gid: number } | object {
  if (process.getuid?.() !== 0) return {};
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const first = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
  return { uid: first('Uid'), gid: first('Gid') };
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc').map(Number).filter((pid) => pid > 0 && parentOf(pid) === parent);
}

function parentOf(pid: number): number {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return Number(afterName.split(' ')[1]);
  } catch {
    return 0;
  }
}
