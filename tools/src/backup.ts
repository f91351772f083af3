import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OperatorError } from '../operator-error.mjs';
import { addressOf } from './postgres/address.ts';
import { copyCluster } from './postgres/copy-cluster.ts';
import { ownerOf } from './postgres/owner.ts';
import { clusterIn } from './postgres/places.ts';
import { startPostgres } from './postgres/start-postgres.ts';
import { systemUserFor } from './postgres/system-user.ts';
import { runCommand } from './run-command.ts';
import { readConfig } from './serve/config.ts';
import { chooseDataDir } from './serve/database.ts';

/** `npm run backup -- FOLDER`: copies the data directory while the program runs. The copy is a data directory too. */
await runCommand(async () => {
  const config = readConfig(process.env);
  if (config.databaseUrl) throw new OperatorError('This copies the built-in database: for the one of DATABASE_URL use pg_dump or pg_basebackup (docs/OPERATIONS.md).');
  const [given] = process.argv.slice(2);
  if (!given) throw new OperatorError('Name the folder that the copy goes into: npm run backup -- /media/backup/2026-11-20.');
  const target = resolve(given);
  if (existsSync(target) && readdirSync(target).length > 0) throw new OperatorError(`There is something in ${target} already: name a folder that is empty or does not exist.`);
  const dataDir = chooseDataDir(config.dataDir, console.log);
  if (!existsSync(clusterIn(dataDir))) throw new OperatorError(`There is no database in ${dataDir}: give the DATA_DIR that the program is started with.`);
  const running = ownerOf(dataDir) !== undefined;
  if (running && process.platform === 'win32') throw new OperatorError('On Windows stop the program first, then run this again.');
  const own = running ? undefined : await startPostgres({ dataDir, say: console.log });
  try {
    const connection = own?.connection ?? (await addressOf(dataDir, systemUserFor(clusterIn(dataDir)))).connection;
    await copyCluster(connection, dataDir, target, 'restore');
    // Files by hash never change, so they can be copied at any time; after the database, so that none is missing that it names.
    // Not what is still on its way: it may tell where it was taken, and whoever sends it sends it again.
    const uploads = join(dataDir, 'media', 'uploads');
    if (existsSync(join(dataDir, 'media'))) cpSync(join(dataDir, 'media'), join(target, 'media'), { recursive: true, filter: (path) => path !== uploads });
  } finally {
    await own?.stop();
  }
  console.log(`Copied to ${target}. To go back to it: stop the program, put a copy of that folder in the place of ${dataDir}, start the program.`);
});
process.exit(0);
