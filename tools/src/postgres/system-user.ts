import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { OperatorError } from '../../operator-error.mjs';
import { systemHome } from './system-home.ts';

/** A user of the operating system that PostgreSQL runs as, since it refuses to run as root. */
export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

const ownName = 'seek-justice';

/** The user for a cluster: none unless we are root; its owner if it exists; else our own system user. */
export function systemUserFor(cluster: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return ownerOf(cluster) ?? lookUp(ownName) ?? create() ?? lookUp('postgres') ?? refuse();
}

function ownerOf(cluster: string): SystemUser | undefined {
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (!owner || owner.uid === 0) return undefined;
  return lookUp(String(owner.uid));
}

function lookUp(who: string): SystemUser | undefined {
  const ask = (flag: string) => execFileSync('id', [flag, who], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return { name: ask('-un'), uid: Number(ask('-u')), gid: Number(ask('-g')) };
  } catch {
    return undefined;
  }
}

function create(): SystemUser | undefined {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', systemHome, '--shell', '/bin/false', ownName]],
    ['adduser', ['-S', '-D', '-H', '-h', systemHome, '-s', '/bin/false', ownName]],
  ];
  for (const [program, args] of ways) {
    try {
      execFileSync(program, args, { stdio: 'ignore' });
    } catch {
      // Either the program is missing here, or another process made the user at the same moment.
    }
    const made = lookUp(ownName);
    if (made) return made;
  }
  return undefined;
}

function refuse(): never {
  throw new OperatorError(
    `PostgreSQL does not run as root and no user could be made for it: start as an ordinary user, or create a user named ${ownName}.`,
  );
}
