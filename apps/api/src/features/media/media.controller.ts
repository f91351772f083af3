import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { addMedia } from '@seek-justice/contracts/endpoints/add-media.ts';
import { media } from '@seek-justice/contracts/endpoints/media.ts';
import type { MediaFile } from '@seek-justice/domain/curriculum/media.ts';
import { signedIn } from '../../auth/access.guard.ts';
import { mayRead } from '../../auth/audience.ts';
import { Media } from '../../database/media.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { Route } from '../../http/route.ts';
import { Intake } from './intake.ts';
import { wantedBytes } from './range.ts';

const HASH = /^[0-9a-f]{64}$/;
const BINARY = { schema: { type: 'string', format: 'binary' } } as const;
const KINDS = Object.fromEntries(
  ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'audio/ogg', 'audio/webm', 'audio/mp4', 'video/mp4', 'video/webm'].map((type) => [type, BINARY]),
);

/** Pictures, sounds and films of the curriculum, and recordings by people. */
@ApiTags('media')
@Controller()
export class MediaController {
  readonly #media: Media;
  readonly #intake: Intake;

  constructor(store: Media, intake: Intake) {
    this.#media = store;
    this.#intake = intake;
  }

  @Route(addMedia)
  add(@Req() request: FastifyRequest, @Body({ schema: addMedia.body }) { upload, use }: z.output<typeof addMedia.body>): Promise<MediaFile> {
    return this.#intake.take(signedIn(request), upload, use);
  }

  @Route(media)
  @ApiResponse({ status: 200, description: 'The file.', content: KINDS })
  @ApiResponse({ status: 206, description: 'The range of it that was asked for.', content: KINDS })
  @ApiResponse({ status: 416, description: 'The file has no such range.' })
  async file(@Param('hash') hash: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const file = HASH.test(hash) ? await this.#media.find(hash) : null;
    // A file that a reader may not have answers like one that does not exist; so does one whose bytes are gone.
    if (!file?.audiences.some((audience) => mayRead(audience, request.account))) throw new ProblemError('not_found');
    const { bytes } = file;
    const wanted = wantedBytes(request.headers.range, bytes);
    if (wanted === 'none') return void reply.status(416).header('content-range', `bytes */${bytes}`).header('cache-control', 'no-store').send();
    const { from, to } = wanted === 'all' ? { from: 0, to: bytes - 1 } : wanted;
    const stream = await this.#media.open(hash, wanted === 'all' ? undefined : { from, to });
    if (!stream) throw new ProblemError('not_found');
    if (wanted !== 'all') void reply.status(206).header('content-range', `bytes ${from}-${to}/${bytes}`);
    void reply
      .type(file.type)
      .header('accept-ranges', 'bytes')
      .header('vary', 'cookie')
      .header('cache-control', file.audiences.includes('open') ? 'public, max-age=31536000, immutable' : 'private, no-store')
      .header('content-length', to - from + 1)
      .send(stream);
  }
}
