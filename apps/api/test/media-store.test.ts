import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiskStore } from '../src/database/media-store/disk-store.ts';
import type { MediaStore } from '../src/database/media-store/media-store.ts';
import { S3Store } from '../src/database/media-store/s3-store.ts';
import { startTestApi } from './support/api.ts';
import { Sender } from './support/uploads.ts';

const TONE = join(import.meta.dirname, 'fixtures', 'audio', 'tone-2s.webm');
const sha256 = (data: Buffer): string => createHash('sha256').update(data).digest('hex');
const SETTINGS = { bucket: 'lessons', region: 'ap-southeast-1', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };

/** A bucket as S3 has it, as far as we ask: it refuses what is not signed, and bytes that are not what was signed for. */
class Bucket {
  readonly held = new Map<string, Buffer>();
  readonly asked: string[] = [];
  /** Answers 503 so many times before it works again. */
  tired = 0;
  readonly #server: Server;

  constructor() {
    this.#server = createServer(async (request, reply) => {
      const body = await buffer(request);
      const { status, bytes, range } = this.#answer(request, body);
      reply.writeHead(status, { 'content-length': bytes.length, ...(range ? { 'content-range': range } : {}) });
      reply.end(request.method === 'HEAD' ? undefined : bytes);
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((done) => void this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer({ method, url = '', headers }: IncomingMessage, body: Buffer): { status: number; bytes: Buffer; range?: string } {
    const nothing = Buffer.alloc(0);
    this.asked.push(`${method} ${url.replace(/[0-9a-f]{64}/, 'HASH').replace(/\/[0-9a-f]{2}\//, '/XX/')}`);
    const scope = `/${SETTINGS.region}/s3/aws4_request`;
    const signed = new RegExp(`^AWS4-HMAC-SHA256 Credential=${SETTINGS.accessKeyId}/\\d{8}${scope}, SignedHeaders=host;.*x-amz-date, Signature=[0-9a-f]{64}$`);
    if (!signed.test(headers.authorization ?? '')) return { status: 403, bytes: nothing };
    if (this.tired > 0) {
      this.tired -= 1;
      return { status: 503, bytes: nothing };
    }
    const [, hash] = /^\/lessons\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(url) ?? [];
    if (!hash) return { status: 400, bytes: nothing };
    if (method === 'PUT') {
      if (headers['content-length'] !== String(body.length)) return { status: 411, bytes: nothing };
      if (headers['x-amz-content-sha256'] !== sha256(body)) return { status: 400, bytes: nothing };
      this.held.set(hash, body);
      return { status: 200, bytes: nothing };
    }
    const found = this.held.get(hash);
    if (method === 'DELETE') {
      this.held.delete(hash);
      return { status: 204, bytes: nothing };
    }
    if (!found) return { status: 404, bytes: nothing };
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    return from === undefined ? { status: 200, bytes: found } : { status: 206, bytes: found.subarray(Number(from), Number(to) + 1), range: `bytes ${from}-${to}/${found.length}` };
  }
}

let bucket: Bucket;
let endpoint: string;
const folder = mkdtempSync(join(tmpdir(), 'store-'));

beforeAll(async () => {
  bucket = new Bucket();
  endpoint = await bucket.listen();
});
afterAll(() => {
  bucket.close();
  rmSync(folder, { recursive: true });
});

const stores: [string, () => MediaStore][] = [
  ['on the disk', () => new DiskStore(join(folder, 'disk'))],
  ['in a bucket', () => new S3Store({ ...SETTINGS, endpoint: `${endpoint}/` })],
];

describe.each(stores)('media files %s', (_where, open) => {
  const bytes = readFileSync(TONE);
  const hash = sha256(bytes);
  const read = async (store: MediaStore, range?: { from: number; to: number }): Promise<Buffer | null> => {
    const stream = await store.open(hash, range);
    return stream && buffer(stream);
  };

  it('are put, measured, read whole and in part, and taken away', async () => {
    const store = open();
    expect([await store.size(hash), await read(store)]).toEqual([null, null]);
    await store.write(hash, bytes);
    await store.write(hash, bytes);
    expect(await store.size(hash)).toBe(bytes.length);
    expect(await read(store)).toEqual(bytes);
    expect(await read(store, { from: 10, to: 19 })).toEqual(bytes.subarray(10, 20));
    await store.remove(hash);
    await store.remove(hash);
    expect([await store.size(hash), await read(store)]).toEqual([null, null]);
  });

  it('are put from a file', async () => {
    const store = open();
    await store.write(hash, { path: TONE });
    expect(await read(store)).toEqual(bytes);
    await store.remove(hash);
  });
});

describe('a bucket', () => {
  const bytes = Buffer.from('anything');

  it('is asked by path, signed, under the names that files have on the disk', async () => {
    const store = new S3Store({ ...SETTINGS, endpoint });
    bucket.asked.length = 0;
    await store.write(sha256(bytes), bytes);
    await store.size(sha256(bytes));
    expect(bucket.asked).toEqual(['PUT /lessons/XX/HASH', 'HEAD /lessons/XX/HASH']);
  });

  it('refuses what was changed on the way, and whoever has no key; that is said without a secret', async () => {
    const store = new S3Store({ ...SETTINGS, endpoint });
    await expect(store.write('0'.repeat(64), bytes)).rejects.toThrow('The bucket of media files answers 400.');
    await expect(new S3Store({ ...SETTINGS, endpoint, accessKeyId: 'OTHER' }).write(sha256(bytes), bytes)).rejects.toThrow('The bucket of media files answers 403.');
  });

  it('that is tired is asked once more', async () => {
    const store = new S3Store({ ...SETTINGS, endpoint });
    bucket.tired = 1;
    await store.write(sha256(bytes), bytes);
    expect(bucket.tired).toBe(0);
  });

  it('serves what readers hear, whole and in one range', async () => {
    const mediaDir = join(folder, 'uploads-of-a-bucket');
    const api = await startTestApi({ mediaDir, mediaS3: { ...SETTINGS, endpoint } });
    try {
      const author = await api.as('author@example.org');
      const upload = await new Sender(api.url, author).whole(readFileSync(TONE), 'audio');
      const { hash } = (await author.post('/api/media', { upload, use: 'audio' })).body;
      expect(bucket.held.get(hash)).toEqual(readFileSync(TONE));
      const answer = await fetch(`${api.url}/api/media/${hash}`, { headers: { cookie: author.cookie, range: 'bytes=4-9' } });
      expect([answer.status, Buffer.from(await answer.arrayBuffer())]).toEqual([206, readFileSync(TONE).subarray(4, 10)]);
      bucket.held.delete(hash);
      expect((await author.get(`/api/media/${hash}`)).status).toBe(404);
    } finally {
      await api.stop();
    }
  });
});
