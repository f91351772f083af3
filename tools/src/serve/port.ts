import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../../operator-error.mjs';

/** Ends in words when nobody could listen there, before anything slow has been started. */
export async function checkPort(host: string, port: number): Promise<void> {
  if (port === 0) return;
  for (const end = Date.now() + patience; ; await sleep(100)) {
    try {
      return await tryToListen(host, port);
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || Date.now() > end) throw listenRefusal(error as NodeJS.ErrnoException, host, port);
    }
  }
}

// An earlier run that was killed from outside may just be closing.
const patience = 1_500;

async function tryToListen(host: string, port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen({ host, port, exclusive: true }, resolve));
  await new Promise((resolve) => server.close(resolve));
}

/** The words for an address that cannot be listened on. */
export function listenRefusal({ code, message }: NodeJS.ErrnoException, host: string, port: number): OperatorError {
  if (code === 'EADDRINUSE') {
    return new OperatorError(
      `Port ${port} is taken by another program: stop that program, or choose another port, such as PORT=${another(port)}.` +
        ` · ច្រក ${port} កំពុងប្រើដោយកម្មវិធីផ្សេង៖ សូមបិទកម្មវិធីនោះ ឬជ្រើសច្រកផ្សេង ដូចជា PORT=${another(port)}។`,
    );
  }
  if (code === 'EACCES') return new OperatorError(`Port ${port} may not be used by this user: choose one above 1023, such as PORT=3000.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new OperatorError(`HOST is ${host}, which is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all of them.`);
  }
  return new OperatorError(`Nothing can listen on ${host}, port ${port} (${message}): choose another HOST or PORT.`);
}

const another = (port: number) => (port < 65_535 ? port + 1 : 3000);
