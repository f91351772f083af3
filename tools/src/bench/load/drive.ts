import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { type Answer, ResponseReader } from './response-reader.ts';

/** One connection's user: what it asks next, and what it does with the answer. */
export interface Client {
  /** null: it has nothing more to ask. */
  next(): Buffer | null;
  /** Throws where an answer is not the one that was hoped for. */
  answered(answer: Answer): void;
}

/** How it went. */
export interface Driven {
  perSecond: number;
  /** Share of the time in which the generator itself was computing: near 1 it is the limit, not the server. */
  busy: number;
}

/**
 * Lets every client ask, wait for the answer and ask again over its own keep-alive socket until the time is over.
 * Answers that come later are handed over, not counted.
 */
export async function drive(url: string, clients: readonly Client[], milliseconds: number): Promise<Driven> {
  const { hostname, port } = new URL(url);
  const begun = performance.now();
  const before = performance.eventLoopUtilization();
  const counter = { answers: 0, until: begun + milliseconds };
  await Promise.all(clients.map((client) => askOnAndOn({ host: hostname, port: Number(port) }, client, counter)));
  const { utilization } = performance.eventLoopUtilization(before);
  return { perSecond: (counter.answers * 1000) / milliseconds, busy: utilization };
}

function askOnAndOn(to: { host: string; port: number }, client: Client, counter: { answers: number; until: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const reader = new ResponseReader();
    const ask = (): void => {
      const request = client.next();
      if (request) socket.write(request);
      else socket.end();
    };
    const socket = connect({ ...to, noDelay: true }, ask);
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.on('data', (chunk: Buffer) => {
      try {
        const answer = reader.take(chunk);
        if (!answer) return;
        client.answered(answer);
        if (performance.now() >= counter.until) return void socket.end();
        counter.answers += 1;
        ask();
      } catch (error) {
        fail(error as Error);
      }
    });
    socket.once('error', fail);
    socket.once('close', () => resolve());
  });
}
