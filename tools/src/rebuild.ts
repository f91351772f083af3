import { pathToFileURL } from 'node:url';
import { buildIfNeeded } from './build/build-if-needed.ts';
import { inRepository } from './root.ts';
import { runCommand } from './run-command.ts';
import { readConfig } from './serve/config.ts';
import { chooseDataDir, keepDatabase } from './serve/database.ts';

/** `npm run rebuild`: folds all progress anew from the records. Nothing that was handed in is touched. */
await runCommand(async () => {
  const config = readConfig(process.env);
  const database = config.databaseUrl ? undefined : await keepDatabase(chooseDataDir(config.dataDir, console.log), console.log);
  try {
    await buildIfNeeded(console.log);
    const module = pathToFileURL(inRepository('apps', 'api', 'dist', 'rebuild-all.js')).href;
    const { rebuildAll } = (await import(module)) as { rebuildAll(connection: unknown): Promise<{ subjects: number; records: number }> };
    const { subjects, records } = await rebuildAll(database?.connection ?? { connectionString: config.databaseUrl });
    console.log(`Progress of ${subjects} people was made anew from ${records} records.`);
  } finally {
    await database?.stop();
  }
});
process.exit(0);
