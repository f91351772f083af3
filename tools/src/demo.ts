import { OperatorError } from '../operator-error.mjs';
import { throwAwayDirectory } from './postgres/throw-away.ts';
import { runCommand } from './run-command.ts';
import { readConfig } from './serve/config.ts';
import { serve } from './serve/serve.ts';

const staff = ['coordinator', 'author', 'reviewer', 'trainer', 'police', 'safeguarding', 'evaluator'];

await runCommand(async () => {
  const config = readConfig(process.env);
  if (config.databaseUrl) {
    throw new OperatorError('The demo fills a database with invented people and never uses yours: start it without DATABASE_URL.');
  }
  let remove = () => {};
  const dataDir = async () => {
    const made = await throwAwayDirectory('demo');
    remove = made.remove;
    return made.dataDir;
  };
  try {
    await serve({ config, dataDir, demo: true, announce: ({ url }) => announce(url) });
  } finally {
    remove();
  }
});
process.exit(0);

function announce(url: string): void {
  console.log(`The demo is ready: ${url}`);
  console.log(`  staff     ${staff.map((name) => `${name}@example.org`).join(', ')}`);
  console.log('            password demo-demo-demo');
  console.log('  learners  DEMO-0001 … DEMO-0200, PIN 123456');
  console.log('All people are invented, and all is gone when it stops. Ctrl-C stops it.');
}
