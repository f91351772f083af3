import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { bindDevice } from '@seek-justice/contracts/endpoints/bind-device.ts';
import { appendRecords } from '@seek-justice/contracts/endpoints/append-records.ts';
import { progress } from '@seek-justice/contracts/endpoints/progress.ts';
import { readRecords } from '@seek-justice/contracts/endpoints/read-records.ts';
import type { Verdict } from '@seek-justice/domain/records/verdict.ts';
import { signedIn } from '../auth/access.guard.ts';
import { Database } from '../database/database.ts';
import { Route } from '../http/route.ts';
import { AppendService } from './append.service.ts';
import { DeviceBinding } from './device-binding.ts';
import { type FeedPage, FeedService } from './feed.service.ts';
import { ProgressService } from './progress.service.ts';

/** Records in, records out, and what they amount to. */
@ApiTags('records')
@Controller()
export class RecordsController {
  readonly #append: AppendService;
  readonly #feed: FeedService;
  readonly #progress: ProgressService;
  readonly #binding: DeviceBinding;
  readonly #database: Database;

  constructor(append: AppendService, feed: FeedService, progressService: ProgressService, binding: DeviceBinding, database: Database) {
    this.#append = append;
    this.#feed = feed;
    this.#progress = progressService;
    this.#binding = binding;
    this.#database = database;
  }

  @Route(appendRecords)
  @ApiBody({ standardSchema: appendRecords.body } as never)
  async append(@Req() request: FastifyRequest): Promise<{ verdicts: Verdict[]; feed: string }> {
    const text = typeof request.body === 'string' ? request.body : '';
    const sender = { account: signedIn(request), device: request.device ?? null };
    // Named before anything is stored: what a database acknowledges must not bear the name of the one that takes its place.
    const feed = this.#database.feedId;
    return { verdicts: await this.#append.append(sender, text), feed };
  }

  @Route(bindDevice)
  async bind(@Req() request: FastifyRequest, @Body({ schema: bindDevice.body }) body: z.output<typeof bindDevice.body>): Promise<{ token: string }> {
    return { token: await this.#binding.bind(signedIn(request), body.opened) };
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
