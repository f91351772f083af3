import { watchNpm } from '../../install/watch-npm.mjs';

/** Aborts once when this process is asked to stop, or when the command that started it is gone. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  // Ctrl-C arrives twice: from the terminal, and passed on by the parent.
  const stop = () => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.send) {
    process.on('disconnect', stop);
    process.channel?.unref();
  } else {
    watchNpm(stop);
  }
  // A terminal that is gone must not end us before the database has stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return controller.signal;
}

/** Resolves when the signal aborts. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
