import { runCommand } from './run-command.ts';
import { readConfig } from './serve/config.ts';
import { chooseDataDir } from './serve/database.ts';
import { serve } from './serve/serve.ts';

await runCommand(async () => {
  const config = readConfig(process.env);
  await serve({
    config,
    dataDir: () => chooseDataDir(config.dataDir, console.log),
    demo: false,
    announce: ({ url, firstCoordinatorLink }) => {
      console.log(`Seek Justice is ready: ${url}`);
      if (firstCoordinatorLink) {
        console.log(`Open this link to become the first coordinator. It works once:\n  ${firstCoordinatorLink}`);
      }
      console.log('Ctrl-C stops it.');
    },
  });
});
process.exit(0);
