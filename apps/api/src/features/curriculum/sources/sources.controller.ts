import { Body, Controller, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { listSources } from '@seek-justice/contracts/endpoints/list-sources.ts';
import { restoreSource, sourceHistory } from '@seek-justice/contracts/endpoints/source-history.ts';
import { writeSource } from '@seek-justice/contracts/endpoints/write-source.ts';
import { signedIn } from '../../../auth/access.guard.ts';
import { Route } from '../../../http/route.ts';
import { type SourceEntry, SourcesService } from './sources.service.ts';

/** What stands behind the words of the curriculum. */
@ApiTags('authoring')
@Controller()
export class SourcesController {
  readonly #sources: SourcesService;

  constructor(sources: SourcesService) {
    this.#sources = sources;
  }

  @Route(listSources)
  async list(): Promise<{ sources: SourceEntry[] }> {
    return { sources: await this.#sources.all() };
  }

  @Route(writeSource)
  write(
    @Req() request: FastifyRequest,
    @Param({ schema: writeSource.params }) { id }: z.output<typeof writeSource.params>,
    @Body({ schema: writeSource.body }) { version, source }: z.output<typeof writeSource.body>,
  ): Promise<SourceEntry> {
    return this.#sources.write(signedIn(request), id, version, source);
  }

  @Route(sourceHistory)
  history(@Req() request: FastifyRequest, @Param({ schema: sourceHistory.params }) { id }: z.output<typeof sourceHistory.params>): Promise<z.output<typeof sourceHistory.success.body>> {
    return this.#sources.history(signedIn(request), id);
  }

  @Route(restoreSource)
  restore(
    @Req() request: FastifyRequest,
    @Param({ schema: restoreSource.params }) { id }: z.output<typeof restoreSource.params>,
    @Body({ schema: restoreSource.body }) { version, to }: z.output<typeof restoreSource.body>,
  ): Promise<SourceEntry> {
    return this.#sources.restore(signedIn(request), id, version, to);
  }
}
