import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { Controller, Param, Req, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { media } from '@seek-justice/contracts/endpoints/media.ts';
import { mayRead } from '../../auth/audience.ts';
import { Media } from '../../database/media.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { Route } from '../../http/route.ts';
import { wantedBytes } from './range.ts';

const HASH = /^[0-9a-f]{64}$/;
const BINARY = { schema: { type: 'string', format: 'binary' } } as const;
const AUDIO = { 'audio/ogg': BINARY, 'audio/webm': BINARY };

/** Audio of the curriculum, recorded by people. */
@ApiTags('media')
@Controller()
export class MediaController {
  readonly #media: Media;

  constructor(store: Media) {
    this.#media = store;
  }

  @Route(media)
  @ApiResponse({ status: 200, description: 'The file.', content: AUDIO })
  @ApiResponse({ status: 206, description: 'The range of it that was asked for.', content: AUDIO })
  @ApiResponse({ status: 416, description: 'The file has no such range.' })
  async file(@Param('hash') hash: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const file = HASH.test(hash) ? await this.#media.find(hash) : null;
    // A file that a reader may not have answers like one that does not exist; so does one whose bytes are gone.
    if (!file?.audiences.some((audience) => mayRead(audience, request.account))) throw new ProblemError('not_found');
    await access(file.path).catch(() => {
      throw new ProblemError('not_found');
    });
    const { bytes } = file;
    void reply
      .type(file.type)
      .header('accept-ranges', 'bytes')
      .header('vary', 'cookie')
      .header('cache-control', file.audiences.includes('open') ? 'public, max-age=31536000, immutable' : 'private, no-store');
    const wanted = wantedBytes(request.headers.range, bytes);
    if (wanted === 'none') return void reply.status(416).header('content-range', `bytes */${bytes}`).header('cache-control', 'no-store').send();
    const { from, to } = wanted === 'all' ? { from: 0, to: bytes - 1 } : wanted;
    if (wanted !== 'all') void reply.status(206).header('content-range', `bytes ${from}-${to}/${bytes}`);
    void reply.header('content-length', to - from + 1).send(createReadStream(file.path, { start: from, end: to }));
  }
}
