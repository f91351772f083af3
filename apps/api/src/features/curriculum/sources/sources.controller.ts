import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { listSources } from '@seek-justice/contracts/endpoints/list-sources.ts';
import { writeSource } from '@seek-justice/contracts/endpoints/write-source.ts';
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
  write(@Param({ schema: writeSource.params }) { id }: z.output<typeof writeSource.params>, @Body({ schema: writeSource.body }) { version, source }: z.output<typeof writeSource.body>): Promise<SourceEntry> {
    return this.#sources.write(id, version, source);
  }
}
