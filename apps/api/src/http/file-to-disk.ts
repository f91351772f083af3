import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem-error.ts';

/** A line on which nothing comes for this long is dead, whatever the phone beside it thinks. */
export const SILENCE_MS = 120_000;

/**
 * Puts the file that a request carries on the disk as it comes, once it is known that its sender may send one.
 * @param path of a new file. @param most bytes.
 * @throws ProblemError `bad_request` where there is no file, or only a part of one came; `too_large`.
 */
export async function fileToDisk(request: FastifyRequest, most: number, path: string): Promise<void> {
  const { body, raw } = request;
  if (!(body instanceof Readable)) throw new ProblemError('bad_request');
  if (Number(request.headers['content-length'] ?? 0) > most) throw new ProblemError('too_large');
  let bytes = 0;
  const counted = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > most) throw new ProblemError('too_large');
      yield piece;
    }
  };
  raw.setTimeout(SILENCE_MS, () => raw.destroy());
  try {
    await pipeline(body.iterator({ destroyOnReturn: false }), counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    // A line that broke: nobody hears what we say, and it is no fault of ours.
    if (raw.destroyed && !raw.complete) throw new ProblemError('bad_request');
    // What is refused before its end is let pass: else nobody would read the answer.
    body.resume();
    throw error;
  } finally {
    raw.setTimeout(0);
  }
}
