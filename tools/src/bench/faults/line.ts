import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { type Asked, RequestReader } from '../load/request-reader.ts';
import { type Random, upTo } from './random.ts';


/** How a line misbehaves; shares are of exchanges (a request and its answer). */
export interface Weather {
  /** Share that is cut at a random byte: of the request, of the answer, or before its first byte. */
  loss: number;
  /** Longest wait of each way, ms; short ones are more frequent. */
  delayMs: number;
  /** Share that is held back so long that later ones overtake it. */
  held: number;
  /** Share of handed-in records that reach the server once or twice more, before or after. */
  repeated: number;
  /** Share that is answered by a stranger: a hotel's page, a tired proxy. */
  strange: number;
}

/** What the brief of this bench calls a bad line: 30 % loss, 2 s. */
export const STORM: Weather = { loss: 0.3, delayMs: 2_000, held: 0.05, repeated: 0.4, strange: 0.05 };

/** The line between phones and the server. */
export interface FaultyLine {
  url: string;
  /** null: everything passes at once. */
  setWeather(weather: Weather | null): void;
  /** Requests to a path never arrive; null lets them through. */
  refuse(path: string | null): void;
  /** What it has done so far, in words. */
  told(): string;
  close(): Promise<void>;
}

const HELD_MS = 4_000;
const REPEAT_WITHIN_MS = 5_000;
const MOST_HEARD = 1_500;
const STRANGERS = [
  'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 24\r\nconnection: close\r\n\r\n<h1>Please sign in.</h1>',
  'HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\ncontent-length: 0\r\nconnection: close\r\n\r\n',
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}',
];

/** Starts a line to a server; what it does follows from the seed and the order in which requests come. */
export async function startFaultyLine(target: string, random: Random): Promise<FaultyLine> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  const counted = { exchanges: 0, cut: 0, held: 0, repeated: 0, strange: 0 };
  let weather: Weather | null = null;
  let refused: string | null = null;

  const watch = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  const later = (ms: number): Promise<void> =>
    ms <= 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          const timer = setTimeout(() => {
            timers.delete(timer);
            resolve();
          }, ms);
          timers.add(timer);
        });
  const isLikely = (share: number | undefined): boolean => random() < (share ?? 0);
  const delay = (): number => random() ** 2 * (weather?.delayMs ?? 0);

  /** The same bytes once more, as a line does that has lost the answer to them; nobody hears what is said to it. */
  const repeat = async (bytes: Buffer): Promise<void> => {
    counted.repeated += 1;
    await later(random() * REPEAT_WITHIN_MS);
    const again = watch(connect({ host: hostname, port: Number(port) }));
    again.on('data', () => again.end());
    again.write(bytes);
  };

  const server = createServer((phone) => {
    watch(phone.setNoDelay(true));
    let upstream: Socket | undefined;
    /** Bytes of the present answer that still pass; then both ends break off. */
    let passing = Infinity;
    let answers = Promise.resolve();
    const breakOff = (): void => {
      phone.destroy();
      upstream?.destroy();
    };
    const open = (): Socket => {
      const socket = watch(connect({ host: hostname, port: Number(port), noDelay: true }));
      socket.on('data', (chunk: Buffer) => {
        const wait = delay();
        answers = answers.then(async () => {
          await later(wait);
          const piece = chunk.subarray(0, passing);
          passing -= chunk.length;
          if (piece.length > 0 && phone.writable) phone.write(piece);
          if (passing <= 0) phone.end(breakOff);
        });
      });
      socket.on('end', () => (answers = answers.then(() => void phone.end())));
      socket.on('close', () => (answers = answers.then(() => void phone.end())));
      return socket;
    };
    const pass = async ({ bytes, method, path }: Asked): Promise<void> => {
      if (path === refused) return breakOff();
      counted.exchanges += 1;
      if (method === 'POST' && path === '/api/records' && isLikely(weather?.repeated)) for (let n = 1 + upTo(random, 2); n > 0; n -= 1) void repeat(bytes);
      const isHeld = isLikely(weather?.held);
      if (isHeld) counted.held += 1;
      await later(delay() + (isHeld ? HELD_MS * random() : 0));
      if (isLikely(weather?.strange)) {
        counted.strange += 1;
        return void phone.end(STRANGERS[upTo(random, STRANGERS.length)] ?? '');
      }
      upstream ??= open();
      passing = Infinity;
      if (!isLikely(weather?.loss)) return void upstream.write(bytes);
      counted.cut += 1;
      const where = random();
      if (where < 0.4) return void upstream.write(bytes.subarray(0, upTo(random, bytes.length)), breakOff);
      passing = where < 0.7 ? 0 : upTo(random, MOST_HEARD);
      upstream.write(bytes);
    };
    const reader = new RequestReader();
    let requests = Promise.resolve();
    phone.on('data', (chunk: Buffer) => {
      for (const asked of reader.take(chunk)) requests = requests.then(() => pass(asked)).catch(breakOff);
    });
    phone.on('close', () => upstream?.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setWeather: (next) => {
      // What is open was met by the old weather.
      if (next === null) for (const socket of sockets) socket.destroy();
      weather = next;
    },
    refuse: (path) => void (refused = path),
    told: () => Object.entries(counted).map(([name, count]) => `${count} ${name}`).join(', '),
    close: async () => {
      for (const timer of timers) clearTimeout(timer);
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
