import { Body, Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { listPeople } from '@seek-justice/contracts/endpoints/list-people.ts';
import { signedIn } from '../auth/access.guard.ts';
import { Route } from '../http/route.ts';
import { Published } from '../records/published.ts';
import { PeopleList } from './people-list.ts';

@ApiTags('people')
@Controller()
export class PeopleListController {
  readonly #list: PeopleList;
  readonly #published: Published;

  constructor(list: PeopleList, published: Published) {
    this.#list = list;
    this.#published = published;
  }

  @Route(listPeople)
  async list(@Req() request: FastifyRequest, @Body({ schema: listPeople.body }) filter: z.output<typeof listPeople.body>): Promise<z.output<typeof listPeople.success.body>> {
    const courses = await this.#published.courses();
    const modules = courses.filter(({ manifest }) => manifest.audience === 'open').flatMap(({ manifest }) => manifest.modules);
    return this.#list.page(signedIn(request), filter, modules.length);
  }
}
