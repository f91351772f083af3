import { chmodSync, mkdirSync } from 'node:fs';
import { OperatorError } from '../../operator-error.mjs';

/** What lies outside the checkout when we run as root. */
export const systemHome = '/var/lib/seek-justice';

/** Makes it, enterable for PostgreSQL's user whatever the umask. */
export function makeSystemHome(): string {
  try {
    mkdirSync(systemHome, { recursive: true });
    chmodSync(systemHome, 0o755);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new OperatorError(`${systemHome} could not be made (${code}): make it writable for root, or start as an ordinary user.`);
  }
  return systemHome;
}
