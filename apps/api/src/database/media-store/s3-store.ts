import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import type { S3Options } from '../../config/options.ts';
import { type ByteRange, type Bytes, type MediaStore, nameOf } from './media-store.ts';

/** Until a bucket begins to answer; questions are short, what is sent may be long. */
const ANSWER_MS = 5_000;
const SEND_MS = 300_000;

/** Media files in a bucket that speaks S3 (AWS, MinIO, Garage, R2 …), addressed by path. */
export class S3Store implements MediaStore {
  readonly #client: AwsClient;
  readonly #base: string;

  constructor({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Options) {
    this.#client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
    this.#base = `${endpoint.replace(/\/+$/, '')}/${bucket}`;
  }

  async size(hash: string): Promise<number | null> {
    const answer = await this.#ask('HEAD', hash);
    return answer.status === 404 ? null : Number(done(answer).headers.get('content-length'));
  }

  async write(hash: string, bytes: Bytes): Promise<void> {
    // The name is the checksum that the signature wants: whatever is changed on the way is refused by the bucket.
    const body = 'path' in bytes ? await openAsBlob(bytes.path) : new Blob([new Uint8Array(bytes)]);
    await discard(done(await this.#ask('PUT', hash, { body, headers: { 'x-amz-content-sha256': hash } }, SEND_MS)));
  }

  async open(hash: string, range?: ByteRange): Promise<Readable | null> {
    const answer = await this.#ask('GET', hash, range ? { headers: { range: `bytes=${range.from}-${range.to}` } } : {});
    if (answer.status === 404) {
      await discard(answer);
      return null;
    }
    const { status, body } = done(answer);
    // A bucket that knows no ranges would send what nobody asked for.
    if (!body || status !== (range ? 206 : 200)) throw new Error(`The bucket of media files answers ${status} where a part was wanted.`);
    return Readable.fromWeb(body as ReadableStream);
  }

  async remove(hash: string): Promise<void> {
    const answer = await this.#ask('DELETE', hash);
    await discard(answer.status === 404 ? answer : done(answer));
  }

  /** @param within milliseconds until the answer has begun; its body may take longer. */
  async #ask(method: string, hash: string, init: RequestInit = {}, within = ANSWER_MS): Promise<Response> {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(new Error('The bucket of media files does not answer.')), within);
    try {
      return await this.#client.fetch(`${this.#base}/${nameOf(hash)}`, { ...init, method, signal: patience.signal });
    } finally {
      clearTimeout(timer);
    }
  }
}

function done(answer: Response): Response {
  if (!answer.ok) throw new Error(`The bucket of media files answers ${answer.status}.`);
  return answer;
}

/** Lets the connection be used again. */
async function discard(answer: Response): Promise<void> {
  await answer.body?.cancel();
}
