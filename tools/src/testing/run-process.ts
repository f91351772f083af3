import { spawn } from 'node:child_process';
import { root } from '../root.ts';

// A step that hangs is a failed step.
const longest = 40 * 60_000;

/** Runs Node on a script of the repository and collects what it says. */
export async function runNode(args: string[], env: Record<string, string> = {}): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const end = (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.pid === undefined) return;
    // The whole group: a test runner that is ended leaves workers and browsers behind.
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  };
  const stop = () => {
    end('SIGTERM');
    process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const timer = setTimeout(() => {
    output += `\nEnded after ${longest / 60_000} minutes.\n`;
    end('SIGKILL');
  }, longest);
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      output += `\n${error.message}\n`;
      resolve(1);
    });
    child.once('close', (status, signal) => {
      if (signal) output += `\nEnded by ${signal}.\n`;
      resolve(status ?? 1);
    });
  });
  clearTimeout(timer);
  process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
  return { code, output };
}
