import { Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { curriculum } from '@seek-justice/contracts/endpoints/curriculum.ts';
import { snapshot } from '@seek-justice/contracts/endpoints/snapshot.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { Route } from '../../http/route.ts';
import { sendCompressed } from '../../http/send-compressed.ts';
import { Published } from '../../records/published.ts';
import { mayRead } from '../../auth/audience.ts';
import { Snapshots } from './snapshots.ts';

const HASH = /^[0-9a-f]{64}$/;

/** The published curriculum as data. */
@ApiTags('curriculum')
@Controller()
export class CurriculumController {
  readonly #published: Published;
  readonly #snapshots: Snapshots;

  constructor(published: Published, snapshots: Snapshots) {
    this.#published = published;
    this.#snapshots = snapshots;
  }

  @Route(curriculum)
  async curriculum(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.output<typeof curriculum.success.body>> {
    const courses = await this.#published.courses();
    void reply.header('cache-control', 'private, no-cache');
    return {
      site: { languages: SITE.languages, timeZone: SITE.timeZone, provinces: SITE.provinces },
      courses: courses
        .filter(({ manifest }) => mayRead(manifest.audience, request.account))
        .map(({ hash, manifest }) => ({
          id: manifest.id,
          title: manifest.title,
          audience: manifest.audience,
          hash,
          modules: manifest.modules.map(({ id, title, lessons }) => ({
            id,
            title,
            lessons: lessons.map((lesson) => ({ id: lesson.id, title: lesson.title, minutes: lesson.minutes })),
          })),
        })),
    };
  }

  @Route(snapshot)
  async snapshot(@Param('hash') hash: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const node = HASH.test(hash) ? await this.#snapshots.find(hash) : null;
    // A node that a reader may not have, or that was called back, answers like one that does not exist.
    if (!node || !mayRead(node.audience, request.account) || (await this.#published.isRecalled(hash))) throw new ProblemError('not_found');
    const open = node.audience === 'open';
    void reply.header('cache-control', open ? 'public, max-age=31536000, immutable' : 'private, no-store').type('application/json; charset=utf-8');
    sendCompressed(request, reply, node);
  }
}
