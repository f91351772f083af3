import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../../operator-error.mjs';

/** A quota that is used up is as full as the disk. */
const noRoom = /No space left|ENOSPC|Disk quota exceeded|EDQUOT|File too large/i;

/** Whether what PostgreSQL wrote last says that it found no room to write. */
export const isDiskFull = (lines: string[]): boolean => noRoom.test(lines.join('\n'));

const cures: [RegExp, string][] = [
  [noRoom, 'the disk is full: make room and start again'],
  [/Permission denied|EACCES|wrong ownership|invalid permissions/i, 'its files belong to another user: give them to the user that starts this program'],
  [/shared memory|semaphores|Cannot allocate memory|out of memory/i, 'too little memory is free: close other programs and start again'],
  [/administrative permissions/i, 'it does not run as administrator: start from an ordinary window'],
  [/error while loading shared libraries|Library not loaded|VCRUNTIME/i, 'a system library is missing: delete node_modules and start again'],
  [/could not locate a valid checkpoint|invalid page|corrupt|could not read file|could not find the database system|No such file or directory|required (WAL )?directory/i, 'its files are damaged: put back your latest backup'],
];

/** One line in words for a PostgreSQL that refuses, with its own last lines beside it. */
export function refusal(dataDir: string, log: string[]): OperatorError {
  // What it tells those who knock too early is not its own trouble.
  const lines = log.map((line) => line.trim()).filter((line) => line !== '' && !/the database system is /.test(line)).slice(-20);
  const reason = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1);
  const file = keep(dataDir, lines);
  const cure = cures.find(([pattern]) => pattern.test(lines.join('\n')))?.[1] ?? 'see what it says and start again';
  const said = reason?.replace(/^.*?((FATAL|PANIC|error):)/i, '$1') ?? 'it gave no reason';
  return new OperatorError(`PostgreSQL could not start, ${cure} (${said}${file ? `; more in ${file}` : ''}).`, lines);
}

function keep(dataDir: string, lines: string[]): string | undefined {
  const file = join(dataDir, 'postgres-refused.log');
  try {
    appendFileSync(file, `${new Date().toISOString()}\n${lines.join('\n')}\n`);
    return file;
  } catch {
    return undefined;
  }
}
