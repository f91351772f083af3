import { Controller, Param, Query, Req } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { appendRecords } from '@seek-justice/contracts/endpoints/append-records.ts';
import { progress } from '@seek-justice/contracts/endpoints/progress.ts';
import { readRecords } from '@seek-justice/contracts/endpoints/read-records.ts';
import type { Verdict } from '@seek-justice/domain/records/verdict.ts';
import { signedIn } from '../auth/access.guard.ts';
import { Route } from '../http/route.ts';
import { AppendService } from './append.service.ts';
import { type FeedPage, FeedService } from './feed.service.ts';
import { ProgressService } from './progress.service.ts';

/** Records in, records out, and what they amount to. */
@ApiTags('records')
@Controller()
export class RecordsController {
  readonly #append: AppendService;
  readonly #feed: FeedService;
  readonly #progress: ProgressService;

  constructor(append: AppendService, feed: FeedService, progressService: ProgressService) {
    this.#append = append;
    this.#feed = feed;
    this.#progress = progressService;
  }

  @Route(appendRecords)
  @ApiBody({ standardSchema: appendRecords.body } as never)
  async append(@Req() request: FastifyRequest): Promise<{ verdicts: Verdict[] }> {
    const text = typeof request.body === 'string' ? request.body : '';
    return { verdicts: await this.#append.append(signedIn(request), text) };
  }

  @Route(readRecords)
  read(@Req() request: FastifyRequest, @Query({ schema: readRecords.query }) query: z.output<typeof readRecords.query>): Promise<FeedPage> {
    return this.#feed.read(signedIn(request), query.after, query.limit);
  }

  @Route(progress)
  progress(
    @Req() request: FastifyRequest,
    @Param({ schema: progress.params }) params: z.output<typeof progress.params>,
  ): Promise<z.output<typeof progress.success.body>> {
    return this.#progress.read(signedIn(request), params.id);
  }
}
