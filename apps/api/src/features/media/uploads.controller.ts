import { Controller, Param, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { beginUpload, dropUpload, goOnUpload, lookAtUpload, mediaUse, MOST_BYTES } from '@seek-justice/contracts/endpoints/upload.ts';
import { signedIn } from '../../auth/access.guard.ts';
import { Uploads } from '../../auth/uploads.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { Route } from '../../http/route.ts';
import { Tus } from './tus.ts';

const RESUMABLE = { name: 'Tus-Resumable', required: true, schema: { type: 'string', const: '1.0.0' } } as const;
const OFFSET = { name: 'Upload-Offset', required: true, schema: { type: 'integer', minimum: 0 } } as const;

type Named = z.output<typeof lookAtUpload.params>;

/** Files on their way here: they go on where they stood when the line comes back. */
@ApiTags('media')
@Controller()
export class UploadsController {
  readonly #uploads: Uploads;
  readonly #tus: Tus;

  constructor(uploads: Uploads, tus: Tus) {
    this.#uploads = uploads;
    this.#tus = tus;
  }

  @Route(beginUpload)
  @ApiHeader(RESUMABLE)
  @ApiHeader({ name: 'Upload-Length', required: true, schema: { type: 'integer', minimum: 1 } })
  @ApiHeader({ name: 'Upload-Metadata', required: true, description: '`use` and its value in Base64.' })
  async begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const account = signedIn(request);
    const use = mediaUse.safeParse(noted(request.headers['upload-metadata'], 'use'));
    if (!use.success) throw new ProblemError('bad_request', { fields: ['use'] });
    const length = String(request.headers['upload-length'] ?? '');
    if (!/^[1-9]\d{0,14}$/.test(length)) throw new ProblemError('bad_request', { fields: ['Upload-Length'] });
    if (Number(length) > MOST_BYTES[use.data]) throw new ProblemError('media_large');
    await this.#tus.answer(request, reply, null, { use: use.data, account: account.id });
  }

  @Route(lookAtUpload)
  @ApiHeader(RESUMABLE)
  look(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param({ schema: lookAtUpload.params }) { id }: Named): Promise<void> {
    return this.#own(request, reply, id);
  }

  @Route(goOnUpload)
  @ApiHeader(RESUMABLE)
  @ApiHeader(OFFSET)
  goOn(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param({ schema: goOnUpload.params }) { id }: Named): Promise<void> {
    return this.#own(request, reply, id);
  }

  @Route(dropUpload)
  @ApiHeader(RESUMABLE)
  drop(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param({ schema: dropUpload.params }) { id }: Named): Promise<void> {
    return this.#own(request, reply, id);
  }

  async #own(request: FastifyRequest, reply: FastifyReply, id: string): Promise<void> {
    await this.#uploads.find(signedIn(request), id);
    await this.#tus.answer(request, reply, id);
  }
}

/** One value of an `Upload-Metadata` header: names with values in Base64, parted by commas. */
function noted(header: string | string[] | undefined, wanted: string): string | null {
  for (const pair of String(header ?? '').split(',')) {
    const [name, value = ''] = pair.trim().split(' ');
    if (name === wanted) return Buffer.from(value, 'base64').toString();
  }
  return null;
}
