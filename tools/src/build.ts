import { OperatorError } from '../operator-error.mjs';
import { buildIfNeeded } from './build/build-if-needed.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  try {
    await buildIfNeeded(console.log);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    console.error(error.details.join('\n'));
    throw new OperatorError('The build failed: mend what is shown above and run it again.');
  }
  console.log('Everything is built.');
});
