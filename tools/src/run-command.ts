import { OperatorError } from '../operator-error.mjs';

/** Runs a command's work; a failure ends it with exit code 1 and one line in words. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(inWords(error));
    process.exit(1);
  }
}

function inWords(error: unknown): string {
  if (error instanceof OperatorError) return error.message;
  if (process.env.DEBUG && error instanceof Error) return error.stack ?? error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `Something went wrong that was not foreseen (${message.split('\n')[0]}): run it again with DEBUG=1 to see where, and report it.`;
}
