import { mkdir } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Server } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemCode } from '@seek-justice/contracts/problem.ts';
import { UPLOAD_HOURS, Uploads } from '../../auth/uploads.ts';
import { ProblemError } from '../../http/problem-error.ts';

/** Where uploads are reached; also what `Location` begins with, so that it is right behind any proxy. */
const PATH = '/api/uploads';
/** A new attempt waits this long for the former one, whose line is dead, to let go. */
const LET_GO_MS = 500;

/** Headers of the protocol that go in; the others are not its business, and what a sender says of a file by other names is dropped. */
const ASKED = ['tus-resumable', 'upload-length', 'upload-offset', 'content-type', 'content-length'] as const;
const ANSWERED = ['tus-resumable', 'upload-offset', 'upload-length', 'upload-expires', 'location'] as const;

const CODES: Readonly<Record<number, ProblemCode>> = { 404: 'upload_gone', 410: 'upload_gone', 409: 'upload_moved', 413: 'media_large', 500: 'unexpected' };

/** The tus protocol: the library's server, asked with requests of ours and answered in our words. */
@Injectable()
export class Tus {
  readonly #uploads: Uploads;
  #server: Promise<Server> | null = null;

  constructor(uploads: Uploads) {
    this.#uploads = uploads;
  }

  /**
   * Does what a request asks for.
   * @param id the upload that it is about; null begins one. @param notes kept with an upload that begins.
   * @throws ProblemError `upload_gone`, `upload_moved`, `media_large`, `bad_request`
   */
  async answer(request: FastifyRequest, reply: FastifyReply, id: string | null, notes: Record<string, string> = {}): Promise<void> {
    this.#server ??= this.#start();
    const server = await this.#server;
    const headers = new Headers(ASKED.flatMap((name) => (typeof request.headers[name] === 'string' ? [[name, request.headers[name]] as [string, string]] : [])));
    if (id === null) headers.set('upload-metadata', Object.entries(notes).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join());
    const sent = request.method === 'PATCH' || request.method === 'POST' ? bodyOf(request) : null;
    const answer = await server.handleWeb(
      new Request(`http://uploads${PATH}${id === null ? '' : `/${id}`}`, {
        method: request.method,
        headers,
        ...(sent ? { body: Readable.toWeb(sent) as ReadableStream, duplex: 'half' } : {}),
      }),
    );
    // What was refused before it was read is let pass: else the next request on this line would wait behind it.
    if (sent && !request.raw.readableEnded) request.raw.unpipe(sent).resume();
    // A line that broke: nobody hears what we say, and it is no fault of ours.
    if (answer.status >= 400) throw new ProblemError(request.raw.destroyed && !request.raw.complete ? 'bad_request' : (CODES[answer.status] ?? 'bad_request'));
    for (const name of ANSWERED) {
      const value = answer.headers.get(name);
      if (value !== null) void reply.header(name, value);
    }
    void reply.status(answer.status).send();
  }

  async #start(): Promise<Server> {
    const [{ FileStore }, { Server: TusServer }] = await Promise.all([import('@tus/file-store'), import('@tus/server')]);
    const directory = this.#uploads.folder;
    await mkdir(directory, { recursive: true, mode: 0o700 });
    return new TusServer({
      path: PATH,
      datastore: new FileStore({ directory, expirationPeriodInMilliseconds: UPLOAD_HOURS * 3_600_000 }),
      relativeLocation: true,
      lockDrainTimeout: LET_GO_MS,
    });
  }
}

/** The bytes of a request as a stream of their own, which ends in an error when the line breaks. */
function bodyOf({ raw }: FastifyRequest): PassThrough {
  const body = raw.pipe(new PassThrough());
  raw.once('close', () => {
    if (!raw.complete) body.destroy(new Error('The line broke.'));
  });
  return body;
}
