import { Body, Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { draftOrigins, findItems } from '@seek-justice/contracts/endpoints/find-items.ts';
import { putAside, takeBack } from '@seek-justice/contracts/endpoints/put-aside.ts';
import { signedIn } from '../../../auth/access.guard.ts';
import { Route } from '../../../http/route.ts';
import { BankService } from './bank.service.ts';

/** Questions that were written once. */
@ApiTags('authoring')
@Controller()
export class BankController {
  readonly #bank: BankService;

  constructor(bank: BankService) {
    this.#bank = bank;
  }

  @Route(findItems)
  find(@Res({ passthrough: true }) reply: FastifyReply, @Query({ schema: findItems.query }) { q = '' }: z.output<typeof findItems.query>): Promise<z.output<typeof findItems.success.body>> {
    // The address holds what somebody looks for: no cache keeps it.
    void reply.header('cache-control', 'private, no-store');
    return this.#bank.find(q);
  }

  @Route(draftOrigins)
  origins(@Param({ schema: draftOrigins.params }) { id }: z.output<typeof draftOrigins.params>): Promise<z.output<typeof draftOrigins.success.body>> {
    return this.#bank.origins(id);
  }

  @Route(putAside)
  putAside(
    @Req() request: FastifyRequest,
    @Param({ schema: putAside.params }) { id }: z.output<typeof putAside.params>,
    @Body({ schema: putAside.body }) { was }: z.output<typeof putAside.body>,
  ): Promise<z.output<typeof putAside.success.body>> {
    return this.#bank.putAside(signedIn(request), id, was);
  }

  @Route(takeBack)
  takeBack(
    @Req() request: FastifyRequest,
    @Param({ schema: takeBack.params }) { id }: z.output<typeof takeBack.params>,
    @Body({ schema: takeBack.body }) body: z.output<typeof takeBack.body>,
  ): Promise<z.output<typeof takeBack.success.body>> {
    return this.#bank.takeBack(signedIn(request), id, body);
  }
}
