import { Body, Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { join } from '@seek-justice/contracts/endpoints/join.ts';
import { parseSealed } from '@seek-justice/domain/records/sealed.ts';
import { Config } from '../../config/options.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { Route } from '../../http/route.ts';
import { DeviceBinding } from '../../records/device-binding.ts';
import { readJoin } from '../../records/join-item.ts';
import type { JoinItem } from '../../records/joins.ts';
import { Unsealer } from '../../records/unsealer.ts';
import { JoinService } from './join.service.ts';

/** The first contact of a profile that was made with a cohort's code. */
@ApiTags('cohorts')
@Controller()
export class JoinController {
  readonly #config: Config;
  readonly #joins: JoinService;
  readonly #unsealer: Unsealer;
  readonly #binding: DeviceBinding;

  constructor(config: Config, joins: JoinService, unsealer: Unsealer, binding: DeviceBinding) {
    this.#config = config;
    this.#joins = joins;
    this.#unsealer = unsealer;
    this.#binding = binding;
  }

  @Route(join)
  async join(@Req() request: FastifyRequest, @Body({ schema: join.body }) body: z.output<typeof join.body>): Promise<z.output<typeof join.success.body>> {
    // The token must not go over a network that listens.
    if (!this.#config.signInAllowed) throw new ProblemError('sign_in_off');
    const item = await this.#read(body.item);
    if (!item) throw new ProblemError('bad_request', { fields: ['item'] });
    const { person, token } = await this.#joins.join(item, request.ip);
    await this.#binding.settle({ envelope: item.opened, text: item.openedText });
    return { person, token };
  }

  async #read(item: string | object): Promise<JoinItem | null> {
    if (typeof item !== 'string') return readJoin(JSON.stringify(item), this.#binding);
    const sealed = parseSealed(item);
    const text = sealed && (await this.#unsealer.open(sealed));
    const read = text ? await readJoin(text, this.#binding) : null;
    return read?.id === sealed?.rid ? read : null;
  }
}
