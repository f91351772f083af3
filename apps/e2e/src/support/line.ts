import { createServer, request as ask, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What stands in for the server's own answer at some address. */
export interface Instead {
  type: string;
  body: Buffer | string;
  encoding?: string;
  /** As the build's files are sent: for ever. */
  fixed?: boolean;
}

/** The line between a phone and the server: it can be cut, and it can put something else in the place of an answer. */
export interface Line {
  url: string;
  /** Nothing comes through any more, and what is open breaks off. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Starts a line to a server. The server sees requests as if they had come to it directly. */
export async function startLine(target: string, instead: (path: string) => Promise<Instead | null> | Instead | null = () => null): Promise<Line> {
  const { host, hostname, port, origin } = new URL(target);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((request, response) => {
    const pass = (): void => {
      const headers = { ...request.headers, host, ...(request.headers.origin ? { origin } : {}) };
      const further = ask({ hostname, port, method: request.method, path: request.url, headers }, (answer: IncomingMessage) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      further.on('error', () => response.destroy());
      request.pipe(further);
    };
    void Promise.resolve(instead(new URL(request.url ?? '/', target).pathname)).then((other) => {
      if (!other) return pass();
      response.writeHead(200, { 'content-type': other.type, ...(other.encoding ? { 'content-encoding': other.encoding } : {}), ...(other.fixed ? { 'cache-control': 'public, max-age=31536000, immutable' } : {}) }).end(other.body);
    });
  });
  server.on('connection', (socket) => {
    if (isCut) return void socket.destroy();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const breakOff = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      breakOff();
    },
    mend() {
      isCut = false;
    },
    close() {
      breakOff();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
