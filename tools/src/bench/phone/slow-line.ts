import { type AddressInfo, createServer, connect, type Socket } from 'node:net';
import { RequestReader } from '../load/request-reader.ts';

/** How a line behaves: like "Slow 3G", as if it were not there, or it lets nothing through. */
export type Pace = 'slow' | 'fast' | 'cut';

export interface SlowLine {
  url: string;
  /** Bytes that have crossed it, both ways together, headers and all; of a service worker too. Of paths below `path` alone, where one is named. */
  bytes(path?: string): number;
  setPace(pace: Pace): void;
  close(): Promise<void>;
}

const BYTES_PER_MS = 400_000 / 8 / 1000;
const DELAY_MS = 200;
const PIECE = 1_400;

/** "Slow 3G" in front of a server: 400 kbit/s each way over all connections together, 200 ms later each way. */
export async function slowLine(target: string): Promise<SlowLine> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const crossed = new Map<string, number>();
  let fast = false;
  let cut = false;
  const direction = () => {
    let freeAt = 0;
    return (from: Socket, to: Socket, pathOf: (chunk: Buffer) => string) => {
      from.on('data', (chunk: Buffer) => {
        const path = pathOf(chunk);
        crossed.set(path, (crossed.get(path) ?? 0) + chunk.length);
        for (let at = 0; at < chunk.length; at += PIECE) {
          const piece = chunk.subarray(at, at + PIECE);
          const now = performance.now();
          freeAt = fast ? now : Math.max(freeAt, now) + piece.length / BYTES_PER_MS;
          later(freeAt + (fast ? 0 : DELAY_MS) - now, () => to.writable && to.write(piece));
        }
      });
      from.on('end', () => later(Math.max(0, freeAt - performance.now()) + (fast ? 0 : DELAY_MS), () => to.end()));
    };
  };
  const [up, down] = [direction(), direction()];
  const server = createServer((phone) => {
    if (cut) return void phone.destroy();
    // A browser asks one thing after another over a connection: what comes down belongs to what was asked last.
    const requests = new RequestReader();
    let asked = '';
    const takeNote = (chunk: Buffer): string => (asked = requests.take(chunk).at(-1)?.path ?? asked);
    const upstream = connect({ host: hostname, port: Number(port), noDelay: true });
    for (const socket of [phone, upstream]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('error', () => phone.destroy() && upstream.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    // A connection costs its handshake, which the proxy's own would hide.
    later(fast ? 0 : 2 * DELAY_MS, () => up(phone, upstream, takeNote));
    down(upstream, phone, () => asked);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: (path = '') => [...crossed].reduce((sum, [of, bytes]) => sum + (of.startsWith(path) ? bytes : 0), 0),
    setPace: (pace) => {
      fast = pace === 'fast';
      cut = pace === 'cut';
      if (cut) for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const later = (ms: number, work: () => unknown) => (ms <= 0 ? void work() : void setTimeout(work, ms));
