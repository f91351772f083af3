import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Bytes that crossed the line, both ways together. */
export interface SlowLine {
  url: string;
  bytes(): number;
  /** Lets everything through at once, or slowly again. */
  setFast(fast: boolean): void;
  close(): Promise<void>;
}

const BYTES_PER_MS = 400_000 / 8 / 1000;
const DELAY_MS = 200;
const PIECE = 1_400;

/** "Slow 3G" in front of a server: 400 kbit/s each way over all connections together, 200 ms later each way. */
export async function slowLine(target: string): Promise<SlowLine> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let crossed = 0;
  let fast = false;
  const direction = () => {
    let freeAt = 0;
    return (from: Socket, to: Socket) => {
      from.on('data', (chunk: Buffer) => {
        for (let at = 0; at < chunk.length; at += PIECE) {
          const piece = chunk.subarray(at, at + PIECE);
          crossed += piece.length;
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
    const upstream = connect({ host: hostname, port: Number(port), noDelay: true });
    for (const socket of [phone, upstream]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('error', () => phone.destroy() && upstream.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    // A connection costs its handshake, which the proxy's own would hide.
    later(fast ? 0 : 2 * DELAY_MS, () => up(phone, upstream));
    down(upstream, phone);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => crossed,
    setFast: (now) => void (fast = now),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const later = (ms: number, work: () => unknown) => (ms <= 0 ? void work() : void setTimeout(work, ms));
