// Runs on the machine's own Node, however old, before anything is installed: imports nothing from node_modules.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver } from './install/hand-over.mjs';
import { install } from './install/install.mjs';
import { isInstalled, nodeBinary } from './install/stamp.mjs';
import { exclusively } from './lock.mjs';

const commands = ['start', 'demo', 'test', 'bench', 'build', 'rebuild', 'backup'];
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command = '', ...args] = process.argv.slice(2);

if (!commands.includes(command)) {
  console.error(`There is no command "${command}". Choose one of: ${commands.join(', ')}.`);
  process.exit(1);
}
try {
  await ensureInstalled();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
handOver(nodeBinary(root), [join(root, 'tools', 'src', `${command}.ts`), ...args]);

async function ensureInstalled() {
  if (isInstalled(root)) return;
  await exclusively(
    root,
    'install',
    async () => {
      if (!isInstalled(root)) await install(root);
    },
    () => console.log('Another command is installing: waiting for it.'),
  );
}
