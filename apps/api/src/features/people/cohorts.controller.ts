import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { addCohort } from '@seek-justice/contracts/endpoints/add-cohort.ts';
import { closeCohort } from '@seek-justice/contracts/endpoints/close-cohort.ts';
import { listCohorts } from '@seek-justice/contracts/endpoints/list-cohorts.ts';
import { signedIn } from '../../auth/access.guard.ts';
import { Route } from '../../http/route.ts';
import type { Cohort } from './cohorts.repository.ts';
import { CohortsService } from './cohorts.service.ts';

/** Groups whose code people join with. */
@ApiTags('cohorts')
@Controller()
export class CohortsController {
  readonly #cohorts: CohortsService;

  constructor(cohorts: CohortsService) {
    this.#cohorts = cohorts;
  }

  @Route(addCohort)
  add(@Req() request: FastifyRequest, @Body({ schema: addCohort.body }) body: z.output<typeof addCohort.body>): Promise<Cohort> {
    return this.#cohorts.add(signedIn(request), body);
  }

  @Route(listCohorts)
  list(@Req() request: FastifyRequest, @Query({ schema: listCohorts.query }) query: z.output<typeof listCohorts.query>): Promise<z.output<typeof listCohorts.success.body>> {
    return this.#cohorts.page(signedIn(request), query.after ?? null);
  }

  @Route(closeCohort)
  close(
    @Req() request: FastifyRequest,
    @Param({ schema: closeCohort.params }) params: z.output<typeof closeCohort.params>,
    @Body({ schema: closeCohort.body }) body: z.output<typeof closeCohort.body>,
  ): Promise<Cohort> {
    return this.#cohorts.close(signedIn(request), params.id, body.closed);
  }
}
