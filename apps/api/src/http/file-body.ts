import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem-error.ts';

/**
 * The file that a request carries, read once it is known that its sender may send one.
 * @param most bytes. @throws ProblemError `bad_request` where there is no file, `too_large`.
 */
export async function fileBody(request: FastifyRequest, most: number): Promise<Buffer> {
  const { body } = request;
  if (!(body instanceof Readable)) throw new ProblemError('bad_request');
  if (Number(request.headers['content-length'] ?? 0) > most) throw new ProblemError('too_large');
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > most) throw new ProblemError('too_large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
