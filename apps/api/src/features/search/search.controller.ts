import { Controller, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { search } from '@seek-justice/contracts/endpoints/search.ts';
import { mayRead } from '../../auth/audience.ts';
import { readerLanguage } from '../../http/reader-language.ts';
import { Route } from '../../http/route.ts';
import { Published } from '../../records/published.ts';
import { SearchService } from './search.service.ts';

const RESULTS = 20;

/** Search in what is published; people are searched elsewhere, and by POST. */
@ApiTags('search')
@Controller()
export class SearchController {
  readonly #service: SearchService;
  readonly #published: Published;

  constructor(service: SearchService, published: Published) {
    this.#service = service;
    this.#published = published;
  }

  @Route(search)
  async find(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query({ schema: search.query }) { q, limit = RESULTS }: z.output<typeof search.query>,
  ): Promise<z.output<typeof search.success.body>> {
    // The address holds what somebody looks for: no cache keeps it.
    void reply.header('cache-control', 'private, no-store');
    const courses = (await this.#published.courses()).filter(({ manifest }) => mayRead(manifest.audience, request.account));
    return this.#service.find(q, courses.map(({ manifest }) => manifest.id), readerLanguage(request), limit);
  }
}
